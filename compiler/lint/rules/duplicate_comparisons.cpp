#include <unordered_map>

#include <fmt/format.h>

#include "compiler/ir/expression_text.h"
#include "compiler/lint/rules.h"

namespace lq::lint {
namespace {

// The parts of a list of one connective, lists of the same one within it written out.
void Flatten(const ir::Program& program, const ir::Cond& list, std::vector<ir::CondId>& parts) {
  for (const ir::CondId child : list.children) {
    if (program.conds[child].op == list.op)
      Flatten(program, program.conds[child], parts);
    else
      parts.push_back(child);
  }
}

void LookAt(const ir::Program& program, const ir::Cond& list, Findings& findings) {
  std::vector<ir::CondId> parts;
  Flatten(program, list, parts);
  std::unordered_map<std::string, Span> seen;
  for (const ir::CondId part : parts) {
    const Span at = program.conds[part].span;
    // The `any` cells of a row.
    if (program.conds[part].op == ir::CondOp::kAlways)
      continue;
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
    const ir::Program& program = *policy.program;
    std::vector<bool> inner(program.conds.size(), false);
    for (const ir::Cond& cond : program.conds) {
      for (const ir::CondId child : cond.children)
        inner[child] = inner[child] || program.conds[child].op == cond.op;
    }
    for (std::size_t i = 0; i < program.conds.size(); ++i) {
      const ir::CondOp op = program.conds[i].op;
      if (!inner[i] && (op == ir::CondOp::kAnd || op == ir::CondOp::kOr))
        LookAt(program, program.conds[i], findings);
    }
  }
}

}  // namespace lq::lint
