#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "compiler/check/check_content.h"
#include "compiler/check/check_expression.h"
#include "compiler/check/check_outcomes.h"
#include "compiler/check/statements.h"

namespace lq::check {
namespace {

bool CanBeOutput(NameKind kind) {
  return kind == NameKind::kDerived || kind == NameKind::kTable || kind == NameKind::kLookup;
}

std::string HelpFor(NameKind kind, std::string_view name) {
  if (kind == NameKind::kScore)
    return "remove it: all scores are in every decision";
  if (kind != NameKind::kField)
    return "remove it";
  return fmt::format("give it a name of its own, `derived shown_value is {}`, and output that",
                     name);
}

void ReportSubject(Context& context, const syntax::Name& name, const Entry& entry) {
  Diagnostic& report = context.Report(
      DiagnosticKind::kOutputSubject, name.span,
      fmt::format("`{}` is {}, which is no output", name.text, Describe(entry.kind)));
  report.primary.text = "cannot be an output";
  report.secondary.push_back({entry.span, "declared here"});
  report.notes.push_back("Outputs are derived values, tables, lookups and contents.");
  report.help = HelpFor(entry.kind, name.text);
}

class OutputsChecker {
 public:
  explicit OutputsChecker(Context& context) : context_(context) {
    for (const std::string_view name : ContentNames(*context.policy->unit)) {
      contents_.emplace(name, static_cast<std::uint32_t>(contents_.size()));
    }
  }

  void Add(const syntax::Name& name) {
    if (name.text.empty())
      return;
    const auto [first, fresh] = seen_.try_emplace(name.text, name.span);
    if (!fresh)
      return ReportTwice(context_, name.span, first->second, name.text);
    const Entry* entry = Find(*context_.scope, name.text);
    if (entry == nullptr)
      return AddContent(name);
    if (!CanBeOutput(entry->kind))
      return ReportSubject(context_, name, *entry);
    const Subject subject = SubjectOf(context_, name);
    if (subject.kind != Subject::Kind::kValue)
      return;
    context_.program->outputs.push_back(
        {std::string(PlainName(name.text)), subject.expr, ir::kNone});
  }

 private:
  // A content with a name of its own; anything else is unknown.
  void AddContent(const syntax::Name& name) {
    const auto content = contents_.find(name.text);
    if (content == contents_.end()) {
      Resolve(context_, name);
      return;
    }
    context_.program->outputs.push_back({name.text, ir::kNone, content->second});
  }

  Context& context_;
  std::unordered_map<std::string_view, std::uint32_t> contents_;
  std::unordered_map<std::string_view, Span> seen_;
};

}  // namespace

void CheckOutputs(Context& context) {
  const WithPlace shown(context, Place::kShown);
  OutputsChecker checker(context);
  ForEach<syntax::OutputDeclaration>(*context.policy->unit,
                                     [&](const syntax::OutputDeclaration& declaration) {
                                       for (const syntax::Name& name : declaration.names) {
                                         checker.Add(name);
                                       }
                                     });
  std::vector<ir::Output>& outputs = context.program->outputs;
  std::sort(outputs.begin(), outputs.end(),
            [](const ir::Output& a, const ir::Output& b) { return a.name < b.name; });
}

}  // namespace lq::check
