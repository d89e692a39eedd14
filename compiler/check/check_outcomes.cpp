#include "compiler/check/check_outcomes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "compiler/check/check_strength.h"
#include "compiler/check/statements.h"

namespace lq::check {
namespace {

// What a test expects besides an outcome (language.md, section 1, "Reserved words").
constexpr auto kReserved = std::to_array<std::string_view>(
    {"settled", "undecided", "doubtful", "rejected", "confidence", "reasons", "could", "ask",
     "status", "proposed", "score", "output", "field", "held", "because",
     // These no enum value or outcome may be.
     "any", "missing", "known", "yes", "no", "on", "off", "not", "and", "or", "is", "in", "at",
     "more", "less", "between", "before", "after", "contains", "starts", "ends", "matches", "has"});

void CheckOutcomeName(Context& context, const syntax::Name& name) {
  if (std::find(kReserved.begin(), kReserved.end(), name.text) == kReserved.end())
    return;
  Diagnostic& report = context.Report(DiagnosticKind::kOutcomeName, name.span,
                                      fmt::format("no outcome can be called `{}`", name.text));
  report.primary.text = "has a meaning of its own in tests and conditions";
  report.help = fmt::format("choose another name, such as `{}_lead`", name.text);
}

void DeclareOutcomes(Context& context, const syntax::OutcomesDeclaration& declaration) {
  std::vector<ir::Outcome>& outcomes = context.program->outcomes;
  for (const syntax::OutcomeEntry& entry : declaration.outcomes) {
    const auto index = static_cast<std::uint32_t>(outcomes.size());
    CheckOutcomeName(context, entry.name);
    if (entry.name.text.empty())
      continue;
    if (!context.outcomes.Declare(context.diagnostics, entry.name, 0, index))
      continue;
    outcomes.push_back(
        {entry.name.text, entry.needs ? CheckNeeds(context, *entry.needs) : 0, entry.name.span});
  }
}

// A hold outcome is none of the list; both may be the same.
void CheckHold(Context& context, const syntax::Name& name, std::string_view clause) {
  CheckOutcomeName(context, name);
  const NameTable::Named* listed = context.outcomes.Find(name.text);
  if (listed == nullptr)
    return;
  Diagnostic& report = context.Report(
      DiagnosticKind::kHoldOutcome, name.span,
      fmt::format("`{}` stands in the list of outcomes and after `{} becomes`", name.text, clause));
  report.primary.text = "this outcome only holds a decision back";
  report.secondary.push_back({listed->span, "listed here"});
  report.notes.push_back("What a held decision becomes is no outcome that a rule can choose.");
  report.help = "remove it from the list, or name another outcome here";
}

void CheckOtherwise(Context& context, const syntax::OutcomesDeclaration& declaration) {
  ir::Program& program = *context.program;
  const std::optional<std::uint32_t> outcome = ResolveOutcome(context, declaration.otherwise);
  const std::optional<std::int32_t> strength =
      CheckStrength(context, declaration.otherwise_strength);
  program.otherwise_outcome = outcome.value_or(0);
  const std::int32_t needs = outcome ? program.outcomes[*outcome].needs : 0;
  program.otherwise_strength = strength.value_or(DefaultStrength(needs));
  program.otherwise_reason = declaration.otherwise_reason.text;
}

void ReportNoOutcomes(Context& context) {
  Diagnostic& report =
      context.Report(DiagnosticKind::kOutcomesMissing, context.policy->unit->name.span,
                     "the policy names no outcomes");
  report.primary.text = "a policy decides between outcomes";
  report.help =
      "add `outcomes strongest first` with the outcomes, `otherwise`, `undecided becomes` and "
      "`doubtful becomes`";
}

}  // namespace

void ReportTwice(Context& context, Span again, Span before, std::string_view keyword) {
  Diagnostic& report = context.Report(DiagnosticKind::kStatementTwice, again,
                                      fmt::format("`{}` stands twice", keyword));
  report.primary.text = "again here";
  report.secondary.push_back({before, "first here"});
  report.help = "keep one of the two";
}

void CheckOutcomes(Context& context) {
  const auto* declaration =
      OnlyStatement<syntax::OutcomesDeclaration>(context, *context.policy->unit, "outcomes");
  if (declaration == nullptr) {
    ReportNoOutcomes(context);
    return;
  }
  context.program->undecided = declaration->undecided.text;
  context.program->doubtful = declaration->doubtful.text;
  DeclareOutcomes(context, *declaration);
  CheckHold(context, declaration->undecided, "undecided");
  CheckHold(context, declaration->doubtful, "doubtful");
  CheckOtherwise(context, *declaration);
}

bool IsHoldOutcome(const Context& context, std::string_view name) {
  return !name.empty() && (name == context.program->undecided || name == context.program->doubtful);
}

std::optional<std::uint32_t> ResolveOutcome(Context& context, const syntax::Name& name) {
  // Without a list there is nothing to compare with, and its absence was reported.
  if (context.outcomes.names().empty())
    return std::nullopt;
  if (context.outcomes.Find(name.text) == nullptr && IsHoldOutcome(context, name.text)) {
    Diagnostic& report = context.Report(DiagnosticKind::kHoldOutcome, name.span,
                                        fmt::format("`{}` cannot be chosen", name.text));
    report.primary.text = "this outcome only holds a decision back";
    report.notes.push_back(
        "A decision becomes it by itself when it is undecided or doubtful; rules choose among the "
        "listed outcomes.");
    report.help = fmt::format("name one of {}", Quoted(context.outcomes.names()));
    return std::nullopt;
  }
  const NameTable::Named* found = context.outcomes.Resolve(context.diagnostics, name);
  if (found == nullptr)
    return std::nullopt;
  return found->index;
}

}  // namespace lq::check
