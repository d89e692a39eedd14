#include "tools/testkit/coverage/may_be_open.h"

#include <algorithm>

namespace lq::testkit {
namespace {

bool ExprMayBeOpen(const ir::Program& program, ir::ExprId id);

bool FieldMayBeOpen(const ir::Program& program, std::uint32_t field) {
  return !program.schema.fields[field].required;
}

// What an expression names beside its children.
bool NamedMayBeOpen(const ir::Program& program, const ir::Expr& expr) {
  if (expr.op == ir::ExprOp::kField) {
    return FieldMayBeOpen(program, expr.index);
  }
  if (expr.op == ir::ExprOp::kDerived) {
    return ExprMayBeOpen(program, program.derived[expr.index].value);
  }
  if (expr.op == ir::ExprOp::kLookup) {
    const std::vector<std::uint32_t>& keys = program.lookups[expr.index].keys;
    return std::any_of(keys.begin(), keys.end(),
                       [&](std::uint32_t key) { return FieldMayBeOpen(program, key); });
  }
  const auto open = [&](const auto& part) { return MayBeOpen(program, part.when); };
  if (expr.op == ir::ExprOp::kScore) {
    const std::vector<ir::ScoreItem>& items = program.scores[expr.index].items;
    return std::any_of(items.begin(), items.end(), open);
  }
  if (expr.op == ir::ExprOp::kTable) {
    const ir::Table& table = program.tables[expr.index];
    return table.assume == ir::Assume::kNothing &&
           std::any_of(table.rows.begin(), table.rows.end(), open);
  }
  return false;
}

bool ExprMayBeOpen(const ir::Program& program, ir::ExprId id) {
  if (id == ir::kNone) {
    return false;
  }
  const ir::Expr& expr = program.exprs[id];
  return NamedMayBeOpen(program, expr) ||
         std::any_of(expr.children.begin(), expr.children.end(),
                     [&](ir::ExprId child) { return ExprMayBeOpen(program, child); });
}

}  // namespace

bool MayBeOpen(const ir::Program& program, ir::CondId id) {
  const ir::Cond& cond = program.conds[id];
  if (cond.op == ir::CondOp::kDefine) {
    return MayBeOpen(program, program.defines[cond.index].when);
  }
  const auto open = [&](ir::ExprId expr) { return ExprMayBeOpen(program, expr); };
  const bool test = cond.op == ir::CondOp::kTest &&
                    (open(cond.left) || std::any_of(cond.right.begin(), cond.right.end(), open));
  return test || std::any_of(cond.children.begin(), cond.children.end(),
                             [&](ir::CondId child) { return MayBeOpen(program, child); });
}

}  // namespace lq::testkit
