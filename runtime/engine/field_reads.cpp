#include "runtime/engine/field_reads.h"

namespace lq::engine {

FieldReads::FieldReads(const plan::Plan& plan)
    : plan_(plan),
      seen_fields_(plan.schema.fields.size()),
      seen_derived_(plan.expressions.derived.size()),
      seen_scores_(plan.scores.size()),
      seen_tables_(plan.tables.size()) {}

const std::vector<std::uint32_t>& FieldReads::Of(plan::NodeId node, Evaluation& evaluation) {
  ++walk_;
  fields_.clear();
  WalkNode(node, evaluation);
  return fields_;
}

bool FieldReads::FirstVisit(std::vector<std::uint64_t>& seen, std::uint32_t index) {
  if (seen[index] == walk_)
    return false;
  seen[index] = walk_;
  return true;
}

void FieldReads::AddField(std::uint32_t field, Evaluation& evaluation) {
  if (!evaluation.Field(field).single() && FirstVisit(seen_fields_, field))
    fields_.push_back(field);
}

void FieldReads::WalkNode(plan::NodeId id, Evaluation& evaluation) {
  const plan::Node& node = plan_.terms.nodes[id];
  for (plan::TermId term = node.first; term < node.first + node.count; ++term) {
    if (evaluation.TermTruth(term).undecided())
      WalkTerm(term, evaluation);
  }
}

void FieldReads::WalkTerm(plan::TermId id, Evaluation& evaluation) {
  const plan::Term& term = plan_.terms.terms[id];
  for (std::uint32_t i = 0; i < term.dense_count; ++i) {
    const plan::DenseTest& test = plan_.terms.dense[term.first_dense + i];
    if (!evaluation.DenseTruth(id, test).undecided())
      continue;
    AddField(plan_.terms.columns[test.column].index, evaluation);
  }
  for (std::uint32_t i = 0; i < term.residual_count; ++i) {
    const plan::Residual& residual = plan_.terms.residuals[term.first_residual + i];
    if (residual.kind == plan::Residual::Kind::kNode) {
      if (evaluation.NodeTruth(residual.index).undecided())
        WalkNode(residual.index, evaluation);
      continue;
    }
    if (!evaluation.AtomTruth(residual.index).undecided())
      continue;
    const plan::Atom& atom = plan_.terms.atoms[residual.index];
    WalkExpression(atom.left, evaluation);
    for (std::uint32_t j = 0; j < atom.operand_count; ++j) {
      WalkExpression(plan_.terms.operands[atom.first_operand + j], evaluation);
    }
  }
}

// Below what has one possible value nothing is undecided; calls of functions are not looked through
// (docs/decisions/0050).
void FieldReads::WalkExpression(plan::ExprId id, Evaluation& evaluation) {
  const plan::Expr& expr = plan_.expressions.nodes[id];
  const bool opaque = expr.op == plan::ExprOp::kCall && !expr.function->is_operator;
  if (opaque || evaluation.Value(id).single())
    return;
  switch (expr.op) {
    case plan::ExprOp::kField:
      AddField(expr.index, evaluation);
      return;
    case plan::ExprOp::kDerived:
      if (FirstVisit(seen_derived_, expr.index)) {
        WalkExpression(plan_.expressions.derived[expr.index].value, evaluation);
      }
      return;
    case plan::ExprOp::kScore:
      if (!FirstVisit(seen_scores_, expr.index))
        return;
      for (const plan::ScoreItem& item : plan_.scores[expr.index].items) {
        if (evaluation.NodeTruth(item.when).undecided())
          WalkNode(item.when, evaluation);
      }
      return;
    case plan::ExprOp::kTable:
      if (!FirstVisit(seen_tables_, expr.index))
        return;
      for (const plan::TableRow* row : evaluation.FindRows(plan_.tables[expr.index]).rows) {
        if (evaluation.NodeTruth(row->when).undecided())
          WalkNode(row->when, evaluation);
      }
      return;
    case plan::ExprOp::kLookup:
      for (std::uint32_t field : plan_.lookups[expr.index].keys)
        AddField(field, evaluation);
      return;
    case plan::ExprOp::kAdd:
    case plan::ExprOp::kSubtract:
    case plan::ExprOp::kMultiply:
    case plan::ExprOp::kDivide:
      WalkChain(id, evaluation);
      return;
    case plan::ExprOp::kConstant:
    case plan::ExprOp::kParameter:
    case plan::ExprOp::kToday:
    case plan::ExprOp::kNow:
    case plan::ExprOp::kConfidence:
    case plan::ExprOp::kTension:
    case plan::ExprOp::kPercentOf:
    case plan::ExprOp::kDays:
    case plan::ExprOp::kShift:
    case plan::ExprOp::kCall:
      break;
  }
  for (std::uint32_t i = 0; i < expr.child_count; ++i) {
    WalkExpression(plan_.expressions.children[expr.first_child + i], evaluation);
  }
}

// As if each operation were walked by itself: what ends with one value is not looked into.
void FieldReads::WalkChain(plan::ExprId id, Evaluation& evaluation) {
  const std::span<const plan::ExprId> chain = evaluation.evaluator().ChainOf(id);
  const auto operand = [&](plan::ExprId of, std::uint32_t i) {
    return plan_.expressions.children[plan_.expressions.nodes[of].first_child + i];
  };
  const std::size_t settled = evaluation.evaluator().SettledSteps(chain);
  if (settled == 0)
    WalkExpression(operand(chain.front(), 0), evaluation);
  for (const plan::ExprId open : chain.subspan(settled))
    WalkExpression(operand(open, 1), evaluation);
}

}  // namespace lq::engine
