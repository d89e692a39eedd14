#include "compiler/lint/conditions.h"

namespace lq::lint {
namespace {

bool IsList(ir::CondOp op) { return op == ir::CondOp::kAnd || op == ir::CondOp::kOr; }

void AddParts(const ir::Program& program, const ir::Cond& list, std::vector<ir::CondId>& parts) {
  for (const ir::CondId child : list.children) {
    if (program.conds[child].op == list.op)
      AddParts(program, program.conds[child], parts);
    else
      parts.push_back(child);
  }
}

void AddLists(const ir::Program& program, ir::CondId id, std::vector<ir::CondId>& lists) {
  const ir::Cond& cond = program.conds[id];
  if (!IsList(cond.op)) {
    for (const ir::CondId child : cond.children)
      AddLists(program, child, lists);
    return;
  }
  lists.push_back(id);
  for (const ir::CondId part : PartsOf(program, cond))
    AddLists(program, part, lists);
}

}  // namespace

std::vector<ir::CondId> WrittenConditions(const ir::Program& program) {
  std::vector<ir::CondId> roots;
  for (const ir::Define& define : program.defines)
    roots.push_back(define.when);
  for (const ir::Score& score : program.scores) {
    for (const ir::ScoreItem& item : score.items)
      roots.push_back(item.when);
  }
  for (const ir::Rule& rule : program.rules) {
    if (rule.table == ir::kNone)
      roots.push_back(rule.when);
  }
  for (const ir::Evidence& item : program.evidence)
    roots.push_back(item.when);
  for (const ir::Guard& guard : program.guards)
    roots.push_back(guard.when);
  return roots;
}

std::vector<ir::CondId> PartsOf(const ir::Program& program, const ir::Cond& list) {
  std::vector<ir::CondId> parts;
  AddParts(program, list, parts);
  return parts;
}

std::vector<ir::CondId> ListsOf(const ir::Program& program, ir::CondId root) {
  std::vector<ir::CondId> lists;
  AddLists(program, root, lists);
  return lists;
}

}  // namespace lq::lint
