#include "compiler/eval/arithmetic.h"

#include <algorithm>

#include "compiler/eval/possible_values.h"
#include "runtime/value/date.h"
#include "runtime/value/number.h"
#include "runtime/value/values.h"

namespace lq::eval {
namespace {

// The checker has proved that every result fits.
std::int64_t Narrow(Int128 number) { return static_cast<std::int64_t>(number); }

// Of a function of one number that only rises or only falls.
template <typename Function>
Interval OfEnds(Interval ends, Function function) {
  const std::int64_t a = function(ends.low);
  const std::int64_t b = function(ends.high);
  return {std::min(a, b), std::max(a, b)};
}

Interval Times(Interval x, std::int64_t factor) {
  return OfEnds(x, [&](std::int64_t number) { return Narrow(Int128{number} * factor); });
}

Interval DividedBy(Interval x, std::int64_t divisor, int places, RoundingMode mode) {
  const Int128 scale = PowerOfTen(places);
  return OfEnds(x,
                [&](std::int64_t number) { return DivideRounded(number * scale, divisor, mode); });
}

Interval PercentOf(std::int64_t percent, Interval x, RoundingMode mode) {
  return OfEnds(x, [&](std::int64_t number) {
    return DivideRounded(Int128{number} * percent, 10'000, mode);
  });
}

Interval ShiftedDays(Interval days, const ir::Expr& expr) {
  return OfEnds(days, [&](std::int64_t day) { return ShiftDate(day, expr.amount, expr.unit); });
}

Interval ShiftedInstants(Interval instants, const ir::Expr& expr) {
  const InstantBand band = ShiftInstants({instants.low, instants.high}, expr.amount, expr.unit);
  return {band.low, band.high};
}

// Days are counted from date to date; an instant counts as its day.
Interval DaysOf(Interval ends, const Type& type) {
  return type.kind == TypeKind::kInstant ? OfEnds(ends, DayOfInstant) : ends;
}

Interval Result(const ir::Expr& expr, Interval x, Interval y, const Type& divisor) {
  switch (expr.op) {
    case ir::ExprOp::kAdd:
      return {x.low + y.low, x.high + y.high};
    case ir::ExprOp::kSubtract:
      return {x.low - y.high, x.high - y.low};
    case ir::ExprOp::kMultiply:
      return Times(x, y.low);
    case ir::ExprOp::kDivide:
      return DividedBy(x, y.low, divisor.places, expr.rounding);
    case ir::ExprOp::kPercentOf:
      return PercentOf(x.low, y, expr.rounding);
    case ir::ExprOp::kDays:
      return {y.low - x.high, y.high - x.low};
    case ir::ExprOp::kShift:
      return expr.type.kind == TypeKind::kDate ? ShiftedDays(x, expr) : ShiftedInstants(x, expr);
    case ir::ExprOp::kConstant:
    case ir::ExprOp::kParameter:
    case ir::ExprOp::kToday:
    case ir::ExprOp::kNow:
    case ir::ExprOp::kField:
    case ir::ExprOp::kDerived:
    case ir::ExprOp::kScore:
    case ir::ExprOp::kTable:
    case ir::ExprOp::kLookup:
    case ir::ExprOp::kConfidence:
    case ir::ExprOp::kTension:
    case ir::ExprOp::kCall:
      break;
  }
  return x;
}

}  // namespace

Possible Calculate(Situation& situation, const ir::Expr& expr) {
  bool missing = false;
  Interval ends[2];
  const Type* types[2] = {nullptr, nullptr};
  for (std::size_t i = 0; i < expr.children.size(); ++i) {
    types[i] = &situation.program.exprs[expr.children[i]].type;
    const Possible operand = PossibleOf(situation, expr.children[i]);
    ends[i] = {Low(*types[i], operand), High(*types[i], operand)};
    if (expr.op == ir::ExprOp::kDays) {
      ends[i] = DaysOf(ends[i], *types[i]);
    }
    missing = missing || operand.missing();
  }
  const Interval result =
      Result(expr, ends[0], ends[1], types[1] == nullptr ? *types[0] : *types[1]);
  const Cause known = result.low == result.high ? Cause::kNone : Cause::kBand;
  return PossibleBand(result.low, result.high, missing ? Cause::kMissing : known, situation.arena);
}

}  // namespace lq::eval
