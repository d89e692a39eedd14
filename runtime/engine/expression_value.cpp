#include "runtime/engine/expression_value.h"

#include <algorithm>
#include <array>

#include "runtime/plan/chain.h"
#include "runtime/value/date.h"
#include "runtime/value/number.h"
#include "runtime/value/values.h"

namespace lq::engine {
Possible ExpressionEvaluator::Evaluate(plan::ExprId id) const {
  const plan::Expr& expr = expressions_.nodes[id];
  switch (expr.op) {
    case plan::ExprOp::kConstant:
      return Single(expr.value);
    case plan::ExprOp::kParameter:
      return Single(ParameterAt(expressions_.parameters[expr.index]));
    case plan::ExprOp::kToday:
      return Single(Value::Number(DayOfInstant(as_of_)));
    case plan::ExprOp::kNow:
      return Single(Value::Number(as_of_));
    case plan::ExprOp::kField:
      return source_->Field(expr.index);
    case plan::ExprOp::kDerived:
      return source_->Derived(expr.index);
    case plan::ExprOp::kScore:
      return source_->Score(expr.index);
    case plan::ExprOp::kTable:
      return source_->Table(expr.index);
    case plan::ExprOp::kLookup:
      return source_->Lookup(expr.index);
    case plan::ExprOp::kConfidence:
      return source_->Confidence();
    case plan::ExprOp::kTension:
      return source_->Tension();
    case plan::ExprOp::kAdd:
    case plan::ExprOp::kSubtract:
    case plan::ExprOp::kMultiply:
    case plan::ExprOp::kDivide:
      return FromRange(RunChain(ChainOf(id)));
    case plan::ExprOp::kPercentOf:
      return FromRange(Scale(expr, RangeOf(Child(expr, 1)), Constant(Child(expr, 0)).number()));
    case plan::ExprOp::kDays:
      return FromRange(Days(expr));
    case plan::ExprOp::kShift:
      return FromRange(Shift(expr));
    case plan::ExprOp::kCall:
      return Call(expr);
  }
  return PossibleAll(Cause::kMissing);
}

Value ExpressionEvaluator::Constant(plan::ExprId id) const {
  const plan::Expr& expr = expressions_.nodes[id];
  if (expr.op == plan::ExprOp::kConstant)
    return expr.value;
  if (expr.op == plan::ExprOp::kParameter)
    return ParameterAt(expressions_.parameters[expr.index]);
  return Evaluate(id).values[0];
}

Value ExpressionEvaluator::ParameterAt(const plan::Parameter& parameter) const {
  const std::int64_t today = DayOfInstant(as_of_);
  Value value = parameter.periods.front().value;
  for (const plan::Period& period : parameter.periods) {
    if (period.from <= today)
      value = period.value;
  }
  return value;
}

ExpressionEvaluator::Range ExpressionEvaluator::RangeOf(plan::ExprId id) const {
  const Type& type = expressions_.nodes[id].type;
  const Possible possible = Evaluate(id);
  return {Low(type, possible), High(type, possible), possible.missing()};
}

std::span<const plan::ExprId> ExpressionEvaluator::ChainOf(plan::ExprId id) const {
  const auto chained = [&](plan::ExprId one) { return plan::IsChained(expressions_.nodes[one]); };
  const auto first = [&](plan::ExprId one) { return Child(expressions_.nodes[one], 0); };
  std::size_t count = 0;
  for (plan::ExprId one = id; chained(one); one = first(one))
    ++count;
  const std::span<plan::ExprId> chain = arena_.MakeArray<plan::ExprId>(count);
  for (; count > 0; id = first(id))
    chain[--count] = id;
  return chain;
}

ExpressionEvaluator::Range ExpressionEvaluator::RunChain(
    std::span<const plan::ExprId> chain) const {
  Range range = RangeOf(Child(expressions_.nodes[chain.front()], 0));
  for (const plan::ExprId id : chain)
    range = Step(expressions_.nodes[id], range);
  return range;
}

std::size_t ExpressionEvaluator::SettledSteps(std::span<const plan::ExprId> chain) const {
  Range range = RangeOf(Child(expressions_.nodes[chain.front()], 0));
  std::size_t settled = 0;
  for (std::size_t i = 0; i < chain.size(); ++i) {
    range = Step(expressions_.nodes[chain[i]], range);
    settled = range.low == range.high ? i + 1 : settled;
  }
  return settled;
}

ExpressionEvaluator::Range ExpressionEvaluator::Step(const plan::Expr& expr, Range first) const {
  if (expr.op == plan::ExprOp::kAdd || expr.op == plan::ExprOp::kSubtract)
    return Sum(expr, first);
  return Scale(expr, first, Constant(Child(expr, 1)).number());
}

ExpressionEvaluator::Range ExpressionEvaluator::Sum(const plan::Expr& expr, Range a) const {
  const Range b = RangeOf(Child(expr, 1));
  const bool missing = a.missing || b.missing;
  if (expr.op == plan::ExprOp::kAdd)
    return {a.low + b.low, a.high + b.high, missing};
  return {a.low - b.high, a.high - b.low, missing};
}

// x*k, round(x*10^places(k)/k) and round(p*x/10000): monotone in x, so the ends of x give the ends.
ExpressionEvaluator::Range ExpressionEvaluator::Scale(const plan::Expr& expr, Range x,
                                                      std::int64_t constant) const {
  const Int128 k = constant;
  const bool percent = expr.op == plan::ExprOp::kPercentOf;
  const bool divide = expr.op == plan::ExprOp::kDivide;
  const Int128 numerator = divide ? Int128{expr.amount} : k;
  const Int128 denominator = divide ? k : Int128{percent ? 10'000 : 1};
  const RoundingMode mode = expr.rounding;
  const std::int64_t a = DivideRounded(x.low * numerator, denominator, mode);
  const std::int64_t b = DivideRounded(x.high * numerator, denominator, mode);
  return {std::min(a, b), std::max(a, b), x.missing};
}

ExpressionEvaluator::Range ExpressionEvaluator::Days(const plan::Expr& expr) const {
  const auto day_range = [&](plan::ExprId id) {
    Range range = RangeOf(id);
    if (expressions_.nodes[id].type.kind != TypeKind::kInstant)
      return range;
    return Range{DayOfInstant(range.low), DayOfInstant(range.high), range.missing};
  };
  const Range from = day_range(Child(expr, 0));
  const Range to = day_range(Child(expr, 1));
  return {to.low - from.high, to.high - from.low, from.missing || to.missing};
}

ExpressionEvaluator::Range ExpressionEvaluator::Shift(const plan::Expr& expr) const {
  const Range range = RangeOf(Child(expr, 0));
  if (expr.type.kind == TypeKind::kInstant) {
    const InstantBand moved = ShiftInstants({range.low, range.high}, expr.amount, expr.unit);
    return {moved.low, moved.high, range.missing};
  }
  return {ShiftDate(range.low, expr.amount, expr.unit),
          ShiftDate(range.high, expr.amount, expr.unit), range.missing};
}

Possible ExpressionEvaluator::Call(const plan::Expr& expr) const {
  const std::span<Possible> arguments = arena_.MakeArray<Possible>(expr.child_count);
  const std::span<Type> types = arena_.MakeArray<Type>(expr.child_count);
  for (std::uint32_t i = 0; i < expr.child_count; ++i) {
    arguments[i] = Evaluate(Child(expr, i));
    types[i] = expressions_.nodes[Child(expr, i)].type;
  }
  return stdlib::Apply(*expr.function, arguments, types, expr.type, arena_);
}

Possible ExpressionEvaluator::FromRange(Range range) const {
  const Cause cause = range.missing            ? Cause::kMissing
                      : range.low < range.high ? Cause::kBand
                                               : Cause::kNone;
  return PossibleBand(range.low, range.high, cause, arena_);
}

Possible ExpressionEvaluator::Single(Value value) const {
  const std::span<Value> values = arena_.MakeArray<Value>(1);
  values[0] = value;
  return {Possible::Form::kValues, Cause::kNone, 1, values.data()};
}

Lifetime LifetimeOf(const plan::Expressions& expressions, plan::ExprId id) {
  Lifetime lifetime = Lifetime::kForever;
  // Along the first operands, which may be many; the others are looked at on the way.
  for (;; id = expressions.children[expressions.nodes[id].first_child]) {
    const plan::Expr& expr = expressions.nodes[id];
    if (expr.op == plan::ExprOp::kNow)
      return Lifetime::kInstant;
    const bool changes = expr.op == plan::ExprOp::kParameter &&
                         expressions.parameters[expr.index].periods.size() > 1;
    if (expr.op == plan::ExprOp::kToday || changes)
      lifetime = std::max(lifetime, Lifetime::kDay);
    if (expr.child_count == 0)
      return lifetime;
    for (std::uint32_t i = 1; i < expr.child_count; ++i) {
      const Lifetime child = LifetimeOf(expressions, expressions.children[expr.first_child + i]);
      lifetime = std::max(lifetime, child);
    }
  }
}

}  // namespace lq::engine
