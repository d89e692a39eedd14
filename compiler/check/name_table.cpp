#include "compiler/check/name_table.h"

#include <fmt/format.h>

#include "compiler/check/context.h"

namespace lq::check {

bool NameTable::Declare(Diagnostics& diagnostics, const syntax::Name& name, std::uint32_t kind,
                        std::uint32_t index) {
  if (name.text.empty())
    return true;
  const auto [known, fresh] = names_.try_emplace(name.text, Named{kind, index, name.span});
  if (!fresh) {
    ReportDuplicate(diagnostics, name, known->second.span);
    return false;
  }
  order_.push_back(name.text);
  return true;
}

const NameTable::Named* NameTable::Find(std::string_view name) const {
  const auto found = names_.find(name);
  return found == names_.end() ? nullptr : &found->second;
}

const NameTable::Named* NameTable::Resolve(Diagnostics& diagnostics,
                                           const syntax::Name& name) const {
  const Named* found = Find(name.text);
  if (found != nullptr || name.text.empty())
    return found;
  Diagnostic& report = diagnostics.Report(DiagnosticKind::kUnknownName, name.span,
                                          fmt::format("there is no {} `{}`", what_, name.text));
  const std::string_view nearest = NearestName(name.text, order_);
  if (!nearest.empty()) {
    report.primary.text = fmt::format("did you mean `{}`?", nearest);
    report.help = fmt::format("write `{}`", nearest);
    report.fixes.push_back({name.span, std::string(nearest), false});
  } else if (!order_.empty()) {
    report.notes.push_back(fmt::format("Declared are {}.", Quoted(order_)));
  }
  return nullptr;
}

}  // namespace lq::check
