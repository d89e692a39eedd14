#include "compiler/eval/fields_read.h"

#include "compiler/eval/condition_form.h"
#include "compiler/eval/possible_values.h"
#include "compiler/eval/table.h"
#include "compiler/eval/truth.h"
#include "stdlib/function.h"

namespace lq::eval {
namespace {

// The page looks through defines, derived values, scores and tables, not through calls of standard
// functions; `year of d`, `length of t` and `domain of e` are operators like `plus`
// (docs/decisions/0050).
bool IsOpaque(const ir::Expr& expr) {
  return expr.op == ir::ExprOp::kCall && !expr.function->is_operator;
}

class FieldWalk {
 public:
  explicit FieldWalk(Situation& situation) : situation_(situation) {}

  void Condition(ir::CondId cond) { Walk(FormOf(situation_.program, cond)); }

  Fields Take() { return std::move(fields_); }

 private:
  void Walk(const Form& form) {
    if (TruthOf(situation_, form).can_tell()) {
      return;
    }
    for (const Form& part : form.parts) {
      Walk(part);
    }
    for (const Literal& literal : form.literals) {
      Walk(literal.cond->left);
      for (const ir::ExprId right : literal.cond->right) {
        Walk(right);
      }
    }
  }

  // Below what has one possible value nothing is undecided.
  void Walk(ir::ExprId id) {
    const ir::Expr& expr = situation_.program.exprs[id];
    if (IsOpaque(expr) || PossibleOf(situation_, id).single()) {
      return;
    }
    Named(expr);
    for (const ir::ExprId child : expr.children) {
      Walk(child);
    }
  }

  // What is named once is walked once: names may read each other many times over.
  void Named(const ir::Expr& expr) {
    if (!walked_.emplace(expr.op, expr.index).second) {
      return;
    }
    const ir::Program& program = situation_.program;
    if (expr.op == ir::ExprOp::kField) {
      fields_.insert(expr.index);
    } else if (expr.op == ir::ExprOp::kDerived) {
      Walk(program.derived[expr.index].value);
    } else if (expr.op == ir::ExprOp::kScore) {
      for (const ir::ScoreItem& item : program.scores[expr.index].items) {
        Condition(item.when);
      }
    } else if (expr.op == ir::ExprOp::kTable) {
      for (const ir::TableRow* row : RowsInPlay(situation_, program.tables[expr.index])) {
        Condition(row->when);
      }
    } else if (expr.op == ir::ExprOp::kLookup) {
      Keys(program.lookups[expr.index]);
    }
  }

  void Keys(const ir::Lookup& lookup) {
    for (const std::uint32_t field : lookup.keys) {
      if (!situation_.lead.fields[field].single()) {
        fields_.insert(field);
      }
    }
  }

  Situation& situation_;
  Fields fields_;
  // Operators have no index of their own; they read nothing by name.
  std::set<std::pair<ir::ExprOp, std::uint32_t>> walked_;
};

}  // namespace

Fields FieldsRead(Situation& situation, ir::CondId cond) {
  FieldWalk walk(situation);
  walk.Condition(cond);
  return walk.Take();
}

}  // namespace lq::eval
