#include "compiler/inspect/reads.h"

#include <algorithm>

namespace lq::inspect {

using Kind = DecisionGraph::Kind;

void VisitExpr(const ir::Program& program, ir::ExprId id, const Visit& visit) {
  if (id == ir::kNone) {
    return;
  }
  const ir::Expr& expr = program.exprs[id];
  if (expr.op == ir::ExprOp::kField) {
    visit(Kind::kField, program.schema.fields[expr.index].path);
  } else if (expr.op == ir::ExprOp::kDerived) {
    visit(Kind::kDerived, program.derived[expr.index].name);
  } else if (expr.op == ir::ExprOp::kScore) {
    visit(Kind::kScore, program.scores[expr.index].name);
  } else if (expr.op == ir::ExprOp::kTable) {
    visit(Kind::kTable, program.tables[expr.index].name);
  } else if (expr.op == ir::ExprOp::kLookup) {
    visit(Kind::kLookup, program.lookups[expr.index].name);
  }
  for (const ir::ExprId child : expr.children) {
    VisitExpr(program, child, visit);
  }
}

void VisitCond(const ir::Program& program, ir::CondId id, const Visit& visit) {
  const ir::Cond& cond = program.conds[id];
  if (cond.op == ir::CondOp::kDefine) {
    visit(Kind::kDefine, program.defines[cond.index].name);
  } else if (cond.op == ir::CondOp::kToggle) {
    visit(Kind::kToggle, program.toggles[cond.index].name);
  }
  VisitExpr(program, cond.left, visit);
  for (const ir::ExprId right : cond.right) {
    VisitExpr(program, right, visit);
  }
  for (const ir::CondId child : cond.children) {
    VisitCond(program, child, visit);
  }
}

bool AsksForAbsence(const ir::Program& program, ir::CondId id) {
  const ir::Cond& cond = program.conds[id];
  return cond.op == ir::CondOp::kKnown ||
         std::any_of(cond.children.begin(), cond.children.end(),
                     [&](ir::CondId child) { return AsksForAbsence(program, child); });
}

}  // namespace lq::inspect
