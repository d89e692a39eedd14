#include <set>

#include <fmt/format.h>

#include "compiler/lint/rules.h"
#include "compiler/lint/walk.h"

namespace lq::lint {
namespace {

// A policy that has a text for some reason should have one for each.
std::set<std::string_view> ReasonsWithContent(const ir::Program& program) {
  std::set<std::string_view> reasons;
  for (const ir::Content& content : program.content) {
    if (content.of == ir::Content::Of::kReason)
      reasons.insert(content.name);
  }
  return reasons;
}

struct Reasons {
  std::set<std::string_view> known;
  Findings& findings;

  // Once for each code.
  void LookAt(const syntax::Name& reason) {
    if (reason.text.empty() || !known.insert(reason.text).second)
      return;
    Diagnostic& report =
        findings.Add(reason.span, fmt::format("the reason `{}` has no text", reason.text));
    report.notes.push_back("Other reasons of the policy have one.");
    report.help = fmt::format("write `content {} …`", reason.text);
  }
};

}  // namespace

void ReasonsWithoutContent(const Package& package, Findings& findings) {
  for (const Policy& policy : package.policies) {
    Reasons reasons{ReasonsWithContent(*policy.program), findings};
    if (reasons.known.empty())
      continue;
    ForEach<syntax::OutcomesDeclaration>(
        *policy.unit, [&](const auto& outcomes) { reasons.LookAt(outcomes.otherwise_reason); });
    ForEach<syntax::RuleDeclaration>(*policy.unit,
                                     [&](const auto& rule) { reasons.LookAt(rule.reason); });
    ForEach<syntax::EvidenceDeclaration>(*policy.unit, [&](const auto& item) {
      reasons.LookAt(item.reason);
      reasons.LookAt(item.otherwise_reason);
    });
    ForEach<syntax::GuardDeclaration>(*policy.unit,
                                      [&](const auto& guard) { reasons.LookAt(guard.reason); });
  }
}

}  // namespace lq::lint
