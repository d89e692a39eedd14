#include "compiler/lint/fields_read.h"

namespace lq::lint {
namespace {

class Reader {
 public:
  explicit Reader(const ir::Program& program) : program_(program) {}

  void Cond(ir::CondId id) {
    const ir::Cond& cond = program_.conds[id];
    if (cond.op == ir::CondOp::kDefine && defines_.insert(cond.index).second)
      Cond(program_.defines[cond.index].when);
    if (cond.left != ir::kNone)
      Expr(cond.left);
    for (const ir::ExprId right : cond.right)
      Expr(right);
    for (const ir::CondId child : cond.children)
      Cond(child);
  }

  std::set<std::uint32_t> Take() { return std::move(fields_); }

 private:
  void Expr(ir::ExprId id) {
    const ir::Expr& expr = program_.exprs[id];
    if (expr.op == ir::ExprOp::kField)
      fields_.insert(expr.index);
    if (expr.op == ir::ExprOp::kDerived && derived_.insert(expr.index).second)
      Expr(program_.derived[expr.index].value);
    for (const ir::ExprId child : expr.children)
      Expr(child);
  }

  const ir::Program& program_;
  std::set<std::uint32_t> fields_;
  // Seen already: names may be used many times.
  std::set<std::uint32_t> defines_;
  std::set<std::uint32_t> derived_;
};

}  // namespace

std::set<std::uint32_t> FieldsRead(const ir::Program& program, ir::CondId cond) {
  Reader reader(program);
  reader.Cond(cond);
  return reader.Take();
}

}  // namespace lq::lint
