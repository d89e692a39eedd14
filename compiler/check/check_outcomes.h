#pragma once

#include "compiler/check/context.h"

namespace lq::check {

// The index in program.outcomes of the outcome that a rule, a row, evidence or `otherwise` names.
// An unknown one is reported with the nearest; a hold outcome, which no rule may choose, by its own
// message.
std::optional<std::uint32_t> ResolveOutcome(Context& context, const syntax::Name& name);

// The outcome after `undecided becomes` or `doubtful becomes`.
bool IsHoldOutcome(const Context& context, std::string_view name);

// The statement of that type in the unit; null when there is none. Each further one is reported.
template <typename T>
const T* OnlyStatement(Context& context, const syntax::Unit& unit, std::string_view keyword);

void ReportTwice(Context& context, Span again, Span before, std::string_view keyword);

template <typename T>
const T* OnlyStatement(Context& context, const syntax::Unit& unit, std::string_view keyword) {
  const T* only = nullptr;
  ForEach<T>(unit, [&](const T& statement) {
    if (only != nullptr) {
      ReportTwice(context, statement.span, only->span, keyword);
    } else {
      only = &statement;
    }
  });
  return only;
}

}  // namespace lq::check
