#include "compiler/counterfactual/readers.h"

#include <algorithm>
#include <iterator>

namespace lq::counterfactual {

bool Reads(const ir::Program& program, ir::ExprId id, std::uint32_t field) {
  if (id == ir::kNone) {
    return false;
  }
  const ir::Expr& expr = program.exprs[id];
  if (expr.op == ir::ExprOp::kField) {
    return expr.index == field;
  }
  if (expr.op == ir::ExprOp::kDerived) {
    return Reads(program, program.derived[expr.index].value, field);
  }
  if (expr.op == ir::ExprOp::kLookup) {
    const std::vector<std::uint32_t>& keys = program.lookups[expr.index].keys;
    return std::find(keys.begin(), keys.end(), field) != keys.end();
  }
  return std::any_of(expr.children.begin(), expr.children.end(),
                     [&](ir::ExprId child) { return Reads(program, child, field); });
}

Comparisons AllComparisons(const ir::Program& program) {
  Comparisons all;
  for (const ir::Cond& cond : program.conds) {
    if (cond.op == ir::CondOp::kTest || cond.op == ir::CondOp::kKnown) {
      all.push_back(&cond);
    }
  }
  return all;
}

Comparisons ComparisonsOf(const ir::Program& program, const Comparisons& among,
                          std::uint32_t field) {
  Comparisons found;
  const auto reads = [&](ir::ExprId expr) { return Reads(program, expr, field); };
  std::copy_if(among.begin(), among.end(), std::back_inserter(found), [&](const ir::Cond* cond) {
    return reads(cond->left) || std::any_of(cond->right.begin(), cond->right.end(), reads);
  });
  return found;
}

}  // namespace lq::counterfactual
