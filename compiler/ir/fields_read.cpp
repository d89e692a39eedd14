#include "compiler/ir/fields_read.h"

#include <utility>

namespace lq::ir {
namespace {

class Reader {
 public:
  Reader(const Program& program, bool through_tables)
      : program_(program), through_tables_(through_tables) {}

  void Read(CondId id) {
    const Cond& cond = program_.conds[id];
    if (cond.op == CondOp::kTest || cond.op == CondOp::kKnown)
      comparisons_.push_back(&cond);
    if (cond.op == CondOp::kDefine && defines_.insert(cond.index).second)
      Read(program_.defines[cond.index].when);
    if (cond.left != kNone)
      ReadExpr(cond.left);
    for (const ExprId right : cond.right)
      ReadExpr(right);
    for (const CondId child : cond.children)
      Read(child);
  }

  std::set<std::uint32_t> Take() { return std::move(fields_); }
  std::vector<const Cond*> TakeComparisons() { return std::move(comparisons_); }

 private:
  void ReadExpr(ExprId id) {
    const Expr& expr = program_.exprs[id];
    if (expr.op == ExprOp::kField)
      fields_.insert(expr.index);
    if (expr.index != kNone && named_.emplace(expr.op, expr.index).second)
      ReadNamed(expr);
    for (const ExprId child : expr.children)
      ReadExpr(child);
  }

  void ReadNamed(const Expr& expr) {
    if (expr.op == ExprOp::kDerived)
      ReadExpr(program_.derived[expr.index].value);
    if (!through_tables_)
      return;
    if (expr.op == ExprOp::kScore) {
      for (const ScoreItem& item : program_.scores[expr.index].items)
        Read(item.when);
    }
    if (expr.op == ExprOp::kTable) {
      for (const TableRow& row : program_.tables[expr.index].rows)
        Read(row.when);
    }
    if (expr.op == ExprOp::kLookup) {
      const Lookup& lookup = program_.lookups[expr.index];
      fields_.insert(lookup.keys.begin(), lookup.keys.end());
    }
  }

  const Program& program_;
  bool through_tables_;
  std::set<std::uint32_t> fields_;
  std::vector<const Cond*> comparisons_;
  // Seen already: names may be used many times.
  std::set<std::uint32_t> defines_;
  std::set<std::pair<ExprOp, std::uint32_t>> named_;
};

}  // namespace

std::set<std::uint32_t> FieldsRead(const Program& program, CondId cond) {
  Reader reader(program, false);
  reader.Read(cond);
  return reader.Take();
}

std::set<std::uint32_t> AllFieldsRead(const Program& program, CondId cond) {
  Reader reader(program, true);
  reader.Read(cond);
  return reader.Take();
}

std::vector<const Cond*> AllComparisonsRead(const Program& program, CondId cond) {
  Reader reader(program, true);
  reader.Read(cond);
  return reader.TakeComparisons();
}

}  // namespace lq::ir
