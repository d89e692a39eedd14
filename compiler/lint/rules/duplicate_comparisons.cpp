#include <unordered_map>

#include <fmt/format.h>

#include "compiler/ir/expression_text.h"
#include "compiler/lint/conditions.h"
#include "compiler/lint/rules.h"

namespace lq::lint {
namespace {

void LookAt(const ir::Program& program, const ir::Cond& list, Findings& findings) {
  std::unordered_map<std::string, Span> seen;
  for (const ir::CondId part : PartsOf(program, list)) {
    const Span at = program.conds[part].span;
    const auto [before, fresh] = seen.emplace(ir::CondText(program, part), at);
    if (fresh || before->second == at)
      continue;
    Diagnostic& report = findings.Add(at, "this stands twice in one list");
    report.primary.text = "the same again";
    report.secondary.push_back({before->second, "stands here already"});
    report.help = "remove one of the two, or write what was meant";
  }
}

}  // namespace

void DuplicateComparisons(const Package& package, Findings& findings) {
  for (const Policy& policy : package.policies) {
    for (const ir::CondId root : WrittenConditions(*policy.program)) {
      for (const ir::CondId list : ListsOf(*policy.program, root))
        LookAt(*policy.program, policy.program->conds[list], findings);
    }
  }
}

}  // namespace lq::lint
