#include "tools/testkit/coverage/may_be_open.h"

#include <algorithm>
#include <set>
#include <utility>

namespace lq::testkit {
namespace {

// Looks for one way in which it may stay open. What was looked into without finding one need not be
// looked into again: names may read each other many times over.
class OpenFinder {
 public:
  explicit OpenFinder(const ir::Program& program) : program_(program) {}

  bool Cond(ir::CondId id) {
    const ir::Cond& cond = program_.conds[id];
    if (cond.op == ir::CondOp::kDefine) {
      return defines_.insert(cond.index).second && Cond(program_.defines[cond.index].when);
    }
    const auto open = [&](ir::ExprId expr) { return Expr(expr); };
    const bool test = cond.op == ir::CondOp::kTest &&
                      (Expr(cond.left) || std::any_of(cond.right.begin(), cond.right.end(), open));
    return test || std::any_of(cond.children.begin(), cond.children.end(),
                               [&](ir::CondId child) { return Cond(child); });
  }

 private:
  bool Expr(ir::ExprId id) {
    if (id == ir::kNone) {
      return false;
    }
    const ir::Expr& expr = program_.exprs[id];
    const bool is_new = expr.index != ir::kNone && named_.emplace(expr.op, expr.index).second;
    return (is_new && Named(expr)) || std::any_of(expr.children.begin(), expr.children.end(),
                                                  [&](ir::ExprId child) { return Expr(child); });
  }

  bool IsOptional(std::uint32_t field) const { return !program_.schema.fields[field].required; }

  template <typename Parts>
  bool AnyOpen(const Parts& parts) {
    return std::any_of(parts.begin(), parts.end(),
                       [&](const auto& part) { return Cond(part.when); });
  }

  // What an expression names beside its children.
  bool Named(const ir::Expr& expr) {
    if (expr.op == ir::ExprOp::kField) {
      return IsOptional(expr.index);
    }
    if (expr.op == ir::ExprOp::kDerived) {
      return Expr(program_.derived[expr.index].value);
    }
    if (expr.op == ir::ExprOp::kLookup) {
      const std::vector<std::uint32_t>& keys = program_.lookups[expr.index].keys;
      return std::any_of(keys.begin(), keys.end(),
                         [&](std::uint32_t key) { return IsOptional(key); });
    }
    if (expr.op == ir::ExprOp::kScore) {
      return AnyOpen(program_.scores[expr.index].items);
    }
    const ir::Table* table = expr.op == ir::ExprOp::kTable ? &program_.tables[expr.index] : nullptr;
    return table != nullptr && table->assume == ir::Assume::kNothing && AnyOpen(table->rows);
  }

  const ir::Program& program_;
  std::set<std::uint32_t> defines_;
  std::set<std::pair<ir::ExprOp, std::uint32_t>> named_;
};

}  // namespace

bool MayBeOpen(const ir::Program& program, ir::CondId cond) {
  return OpenFinder(program).Cond(cond);
}

}  // namespace lq::testkit
