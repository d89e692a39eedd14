#include <unordered_set>

#include <fmt/format.h>

#include "compiler/lint/rules.h"
#include "compiler/lint/walk.h"

namespace lq::lint {

void UnreachableOutcomes(const Package& package, Findings& findings) {
  for (const Policy& policy : package.policies) {
    const ir::Program& program = *policy.program;
    std::unordered_set<std::string_view> chosen = {
        program.outcomes[program.otherwise_outcome].name};
    for (const ir::Rule& rule : program.rules)
      chosen.insert(program.outcomes[rule.outcome].name);
    ForEach<syntax::OutcomesDeclaration>(*policy.unit, [&](const auto& outcomes) {
      for (const syntax::OutcomeEntry& entry : outcomes.outcomes) {
        if (chosen.contains(entry.name.text))
          continue;
        Diagnostic& report = findings.Add(
            entry.name.span, fmt::format("no rule chooses the outcome `{}`", entry.name.text));
        report.help = "write a rule that chooses it, or remove it from the list";
      }
    });
  }
}

}  // namespace lq::lint
