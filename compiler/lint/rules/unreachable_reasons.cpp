#include <unordered_set>

#include <fmt/format.h>

#include "compiler/lint/rules.h"

namespace lq::lint {
namespace {

std::unordered_set<std::uint32_t> ReachedOutcomes(const ir::Program& program) {
  std::unordered_set<std::uint32_t> reached = {program.otherwise_outcome};
  for (const ir::Rule& rule : program.rules)
    reached.insert(rule.outcome);
  return reached;
}

bool AlwaysHolds(const ir::Program& program, ir::CondId id) {
  const ir::Cond& cond = program.conds[id];
  if (cond.op != ir::CondOp::kAnd)
    return cond.op == ir::CondOp::kAlways;
  for (const ir::CondId child : cond.children) {
    if (!AlwaysHolds(program, child))
      return false;
  }
  return true;
}

// Rows behind one that holds for every lead.
void LookAtTable(const ir::Program& program, const ir::RulesTable& table, Findings& findings) {
  if (!table.hit_first)
    return;
  const ir::Rule* all = nullptr;
  for (std::uint32_t i = table.first; i < table.first + table.count; ++i) {
    const ir::Rule& row = program.rules[i];
    if (all == nullptr) {
      all = AlwaysHolds(program, row.when) ? &row : nullptr;
      continue;
    }
    Diagnostic& report =
        findings.Add(row.span, fmt::format("row {} of `{}` never counts, nor does its reason `{}`",
                                           row.row, table.name, row.reason));
    report.secondary.push_back({all->span, "holds for every lead"});
    report.help = "move it up, or remove it";
  }
}

}  // namespace

void UnreachableReasons(const Package& package, Findings& findings) {
  for (const Policy& policy : package.policies) {
    const ir::Program& program = *policy.program;
    const std::unordered_set<std::uint32_t> reached = ReachedOutcomes(program);
    for (const ir::Evidence& item : program.evidence) {
      if (reached.contains(item.outcome))
        continue;
      Diagnostic& report = findings.Add(
          item.span, fmt::format("the reason `{}` is never given: no rule chooses `{}`",
                                 item.reason, program.outcomes[item.outcome].name));
      report.help = "write a rule that chooses the outcome, or remove the evidence";
    }
    for (const ir::RulesTable& table : program.rules_tables)
      LookAtTable(program, table, findings);
  }
}

}  // namespace lq::lint
