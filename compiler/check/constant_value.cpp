#include "compiler/check/constant_value.h"

#include <algorithm>

#include "runtime/value/date.h"
#include "runtime/value/number.h"
#include "stdlib/function.h"

namespace lq::check {
namespace {

Value ParameterValue(const ir::Parameter& parameter, std::int64_t day) {
  Value value = parameter.periods.front().value;
  for (const ir::Period& period : parameter.periods) {
    if (period.from <= day)
      value = period.value;
  }
  return value;
}

class Evaluator {
 public:
  Evaluator(const ir::Program& program, std::int64_t day, Arena& arena)
      : program_(program), day_(day), arena_(arena) {}

  Value Of(ir::ExprId id) {
    const ir::Expr& expr = program_.exprs[id];
    switch (expr.op) {
      case ir::ExprOp::kConstant:
        return expr.value;
      case ir::ExprOp::kParameter:
        return ParameterValue(program_.parameters[expr.index], day_);
      case ir::ExprOp::kToday:
        return Value::Number(day_);
      case ir::ExprOp::kNow:
        return Value::Number(day_ * kMillisecondsPerDay);
      case ir::ExprOp::kShift:
        return Value::Number(Shifted(expr));
      case ir::ExprOp::kCall:
        return Called(expr);
      case ir::ExprOp::kAdd:
        return Value::Number(First(expr) + Second(expr));
      case ir::ExprOp::kSubtract:
        return Value::Number(First(expr) - Second(expr));
      case ir::ExprOp::kMultiply:
        return Value::Number(First(expr) * Second(expr));
      case ir::ExprOp::kDivide:
        return Value::Number(Divided(expr));
      case ir::ExprOp::kPercentOf:
        return Value::Number(
            DivideRounded(__int128{First(expr)} * Second(expr), 10'000, expr.rounding));
      case ir::ExprOp::kDays:
        return Value::Number(Second(expr) - First(expr));
      case ir::ExprOp::kField:
      case ir::ExprOp::kDerived:
      case ir::ExprOp::kScore:
      case ir::ExprOp::kTable:
      case ir::ExprOp::kLookup:
      case ir::ExprOp::kConfidence:
      case ir::ExprOp::kTension:
        // No constant reads a lead.
        return {};
    }
    return {};
  }

 private:
  std::int64_t First(const ir::Expr& expr) { return Of(expr.children[0]).number(); }
  std::int64_t Second(const ir::Expr& expr) { return Of(expr.children[1]).number(); }

  std::int64_t Shifted(const ir::Expr& expr) {
    const std::int64_t from = First(expr);
    return expr.type.kind == TypeKind::kDate ? ShiftDate(from, expr.amount, expr.unit)
                                             : ShiftInstant(from, expr.amount, expr.unit);
  }

  Value Called(const ir::Expr& expr) {
    std::vector<Value> arguments;
    std::vector<Type> types;
    for (const ir::ExprId child : expr.children) {
      arguments.push_back(Of(child));
      types.push_back(program_.exprs[child].type);
    }
    return expr.function->call(arguments, types, arena_);
  }

  std::int64_t Divided(const ir::Expr& expr) {
    const int places = program_.exprs[expr.children[1]].type.places;
    return DivideRounded(__int128{First(expr)} * PowerOfTen(places), Second(expr), expr.rounding);
  }

  const ir::Program& program_;
  std::int64_t day_;
  Arena& arena_;
};

}  // namespace

Value ConstantValue(const ir::Program& program, ir::ExprId id, std::int64_t day, Arena& arena) {
  return Evaluator(program, day, arena).Of(id);
}

bool DependsOnDay(const ir::Program& program, ir::ExprId id) {
  const ir::Expr& expr = program.exprs[id];
  if (expr.op == ir::ExprOp::kToday || expr.op == ir::ExprOp::kNow)
    return true;
  if (expr.op == ir::ExprOp::kParameter)
    return program.parameters[expr.index].periods.size() > 1;
  return std::any_of(expr.children.begin(), expr.children.end(),
                     [&](ir::ExprId child) { return DependsOnDay(program, child); });
}

}  // namespace lq::check
