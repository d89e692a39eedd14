#include <map>
#include <tuple>

#include <fmt/format.h>

#include "compiler/ir/expression_text.h"
#include "compiler/lint/rules.h"

namespace lq::lint {

void IdenticalRules(const Package& package, Findings& findings) {
  for (const Policy& policy : package.policies) {
    const ir::Program& program = *policy.program;
    std::map<std::tuple<std::string, std::uint32_t, ir::Assume>, const ir::Rule*> seen;
    for (const ir::Rule& rule : program.rules) {
      if (rule.table != ir::kNone)
        continue;
      const auto [first, fresh] = seen.emplace(
          std::tuple(ir::CondText(program, rule.when), rule.outcome, rule.assume), &rule);
      if (fresh)
        continue;
      Diagnostic& report = findings.Add(
          rule.span, fmt::format("`{}` holds for the same leads as `{}` and chooses the same",
                                 rule.name, first->second->name));
      report.secondary.push_back({first->second->span, "the other one"});
      report.help = "remove one of the two: of several rules the greatest strength counts, once";
    }
  }
}

}  // namespace lq::lint
