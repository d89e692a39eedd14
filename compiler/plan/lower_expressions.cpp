#include "compiler/plan/lower_expressions.h"

namespace lq {
namespace {

plan::ExprOp LowerOp(ir::ExprOp op) {
  switch (op) {
    case ir::ExprOp::kConstant:
      return plan::ExprOp::kConstant;
    case ir::ExprOp::kParameter:
      return plan::ExprOp::kParameter;
    case ir::ExprOp::kToday:
      return plan::ExprOp::kToday;
    case ir::ExprOp::kNow:
      return plan::ExprOp::kNow;
    case ir::ExprOp::kField:
      return plan::ExprOp::kField;
    case ir::ExprOp::kDerived:
      return plan::ExprOp::kDerived;
    case ir::ExprOp::kScore:
      return plan::ExprOp::kScore;
    case ir::ExprOp::kTable:
      return plan::ExprOp::kTable;
    case ir::ExprOp::kLookup:
      return plan::ExprOp::kLookup;
    case ir::ExprOp::kConfidence:
      return plan::ExprOp::kConfidence;
    case ir::ExprOp::kTension:
      return plan::ExprOp::kTension;
    case ir::ExprOp::kAdd:
      return plan::ExprOp::kAdd;
    case ir::ExprOp::kSubtract:
      return plan::ExprOp::kSubtract;
    case ir::ExprOp::kMultiply:
      return plan::ExprOp::kMultiply;
    case ir::ExprOp::kDivide:
      return plan::ExprOp::kDivide;
    case ir::ExprOp::kPercentOf:
      return plan::ExprOp::kPercentOf;
    case ir::ExprOp::kDays:
      return plan::ExprOp::kDays;
    case ir::ExprOp::kShift:
      return plan::ExprOp::kShift;
    case ir::ExprOp::kCall:
      return plan::ExprOp::kCall;
  }
  return plan::ExprOp::kConstant;
}

}  // namespace

plan::ExprId ExpressionLowering::Lower(ir::ExprId id) {
  if (id == ir::kNone)
    return plan::kNone;
  if (lowered_[id] != plan::kNone)
    return lowered_[id];
  const ir::Expr& from = program_.exprs[id];
  plan::Expr to;
  to.op = LowerOp(from.op);
  to.rounding = from.rounding;
  to.unit = from.unit;
  to.type = from.type;
  to.value = from.value;
  to.index = from.index;
  to.amount = from.amount;
  to.function = from.function;
  if (from.op == ir::ExprOp::kDivide) {
    to.amount = PowerOfTen(program_.exprs[from.children[1]].type.places);
  }
  std::vector<plan::ExprId> children;
  for (ir::ExprId child : from.children)
    children.push_back(Lower(child));
  to.first_child = static_cast<std::uint32_t>(expressions_.children.size());
  to.child_count = static_cast<std::uint32_t>(children.size());
  expressions_.children.insert(expressions_.children.end(), children.begin(), children.end());
  expressions_.nodes.push_back(to);
  return lowered_[id] = static_cast<plan::ExprId>(expressions_.nodes.size() - 1);
}

void ExpressionLowering::LowerDeclarations() {
  for (const ir::Parameter& from : program_.parameters) {
    plan::Parameter parameter;
    parameter.type = from.type;
    for (const ir::Period& period : from.periods) {
      parameter.periods.push_back({period.from, period.value});
    }
    expressions_.parameters.push_back(std::move(parameter));
  }
  for (const ir::Derived& derived : program_.derived) {
    expressions_.derived.push_back({derived.name, Lower(derived.value)});
  }
}

}  // namespace lq
