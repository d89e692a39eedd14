#include "compiler/counterfactual/readers.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace lq::counterfactual {

namespace {

class FieldSearch {
 public:
  FieldSearch(const ir::Program& program, std::uint32_t field) : program_(program), field_(field) {}

  bool Finds(ir::ExprId id) {
    if (id == ir::kNone) {
      return false;
    }
    const ir::Expr& expr = program_.exprs[id];
    if (expr.op == ir::ExprOp::kField) {
      return expr.index == field_;
    }
    if (expr.op == ir::ExprOp::kDerived) {
      return derived_.insert(expr.index).second && Finds(program_.derived[expr.index].value);
    }
    if (expr.op == ir::ExprOp::kLookup) {
      const std::vector<std::uint32_t>& keys = program_.lookups[expr.index].keys;
      return std::find(keys.begin(), keys.end(), field_) != keys.end();
    }
    return std::any_of(expr.children.begin(), expr.children.end(),
                       [&](ir::ExprId child) { return Finds(child); });
  }

 private:
  const ir::Program& program_;
  std::uint32_t field_;
  // Looked into without finding it: they may read each other many times over.
  std::set<std::uint32_t> derived_;
};

}  // namespace

bool Reads(const ir::Program& program, ir::ExprId id, std::uint32_t field) {
  return FieldSearch(program, field).Finds(id);
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
