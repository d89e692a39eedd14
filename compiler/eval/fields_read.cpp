#include "compiler/eval/fields_read.h"

#include "compiler/eval/condition_form.h"
#include "compiler/eval/possible_values.h"
#include "compiler/eval/table.h"
#include "compiler/eval/truth.h"
#include "stdlib/function.h"

namespace lq::eval {
namespace {

void WalkExpr(Situation& situation, ir::ExprId id, Fields& fields);

void WalkLookup(const Situation& situation, const ir::Lookup& lookup, Fields& fields) {
  for (const std::uint32_t field : lookup.keys) {
    if (!situation.lead.fields[field].single()) {
      fields.insert(field);
    }
  }
}

void WalkCond(Situation& situation, ir::CondId cond, Fields& fields) {
  fields.merge(FieldsRead(situation, cond));
}

// The page looks through defines, derived values, scores and tables, not through calls of standard
// functions; `year of d`, `length of t` and `domain of e` are operators like `plus`
// (docs/decisions/0050).
bool IsOpaque(const ir::Expr& expr) {
  return expr.op == ir::ExprOp::kCall && !expr.function->is_operator;
}

// Below what has one possible value nothing is undecided.
void WalkExpr(Situation& situation, ir::ExprId id, Fields& fields) {
  const ir::Program& program = situation.program;
  const ir::Expr& expr = program.exprs[id];
  if (IsOpaque(expr) || PossibleOf(situation, id).single()) {
    return;
  }
  if (expr.op == ir::ExprOp::kField) {
    fields.insert(expr.index);
  } else if (expr.op == ir::ExprOp::kDerived) {
    WalkExpr(situation, program.derived[expr.index].value, fields);
  } else if (expr.op == ir::ExprOp::kScore) {
    for (const ir::ScoreItem& item : program.scores[expr.index].items) {
      WalkCond(situation, item.when, fields);
    }
  } else if (expr.op == ir::ExprOp::kTable) {
    for (const ir::TableRow* row : RowsInPlay(situation, program.tables[expr.index])) {
      WalkCond(situation, row->when, fields);
    }
  } else if (expr.op == ir::ExprOp::kLookup) {
    WalkLookup(situation, program.lookups[expr.index], fields);
  }
  for (const ir::ExprId child : expr.children) {
    WalkExpr(situation, child, fields);
  }
}

void WalkForm(Situation& situation, const Form& form, Fields& fields) {
  if (TruthOf(situation, form).can_tell()) {
    return;
  }
  for (const Form& part : form.parts) {
    WalkForm(situation, part, fields);
  }
  for (const Literal& literal : form.literals) {
    WalkExpr(situation, literal.cond->left, fields);
    for (const ir::ExprId right : literal.cond->right) {
      WalkExpr(situation, right, fields);
    }
  }
}

}  // namespace

Fields FieldsRead(Situation& situation, ir::CondId cond) {
  Fields fields;
  WalkForm(situation, FormOf(situation.program, cond), fields);
  return fields;
}

}  // namespace lq::eval
