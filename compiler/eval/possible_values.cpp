#include "compiler/eval/possible_values.h"

#include <algorithm>
#include <compare>
#include <vector>

#include "compiler/eval/arithmetic.h"
#include "compiler/eval/lookup.h"
#include "compiler/eval/score.h"
#include "compiler/eval/table.h"
#include "runtime/value/date.h"
#include "runtime/value/values.h"
#include "stdlib/function.h"

namespace lq::eval {
namespace {

constexpr std::size_t kMostValues = 64;

Possible Single(const Value& value, Arena& arena) {
  const std::span<Value> copy = arena.MakeArray<Value>(1);
  copy[0] = value;
  return {Possible::Form::kValues, Cause::kNone, 1, copy.data()};
}

Possible FromEnds(Interval ends, Arena& arena) {
  const Cause cause = ends.low == ends.high ? Cause::kNone : Cause::kBand;
  return PossibleBand(ends.low, ends.high, cause, arena);
}

// The first period also holds for all earlier days.
Value ParameterOn(const ir::Parameter& parameter, std::int64_t today) {
  Value value = parameter.periods.front().value;
  for (const ir::Period& period : parameter.periods) {
    if (period.from <= today) {
      value = period.value;
    }
  }
  return value;
}

Possible WorkOut(Situation& situation, const ir::Expr& expr) {
  const ir::Program& program = situation.program;
  if (expr.op == ir::ExprOp::kDerived) {
    return PossibleOf(situation, program.derived[expr.index].value);
  }
  if (expr.op == ir::ExprOp::kScore) {
    return FromEnds(ScoreInterval(situation, program.scores[expr.index]), situation.arena);
  }
  if (expr.op == ir::ExprOp::kTable) {
    return TableValues(situation, program.tables[expr.index]);
  }
  return LookupValues(situation, program.lookups[expr.index]);
}

// A derived value, score, table or lookup: worked out once.
Possible NamedValue(Situation& situation, const ir::Expr& expr) {
  const std::pair key(expr.op, expr.index);
  const auto found = situation.named_values.find(key);
  if (found != situation.named_values.end()) {
    return found->second;
  }
  const Possible possible = WorkOut(situation, expr);
  situation.named_values.emplace(key, possible);
  return possible;
}

Possible CallFunction(Situation& situation, const ir::Expr& expr) {
  std::vector<Possible> arguments;
  std::vector<Type> types;
  for (const ir::ExprId child : expr.children) {
    arguments.push_back(PossibleOf(situation, child));
    types.push_back(situation.program.exprs[child].type);
  }
  return stdlib::Apply(*expr.function, arguments, types, expr.type, situation.arena);
}

}  // namespace

Possible PossibleOf(Situation& situation, ir::ExprId id) {
  const ir::Expr& expr = situation.program.exprs[id];
  Arena& arena = situation.arena;
  const std::int64_t today = DayOfInstant(situation.inputs.as_of);
  switch (expr.op) {
    case ir::ExprOp::kConstant:
      return Single(expr.value, arena);
    case ir::ExprOp::kParameter:
      return Single(ParameterOn(situation.program.parameters[expr.index], today), arena);
    case ir::ExprOp::kToday:
      return Single(Value::Number(today), arena);
    case ir::ExprOp::kNow:
      return Single(Value::Number(situation.inputs.as_of), arena);
    case ir::ExprOp::kField:
      return situation.lead.fields[expr.index];
    case ir::ExprOp::kDerived:
    case ir::ExprOp::kScore:
    case ir::ExprOp::kTable:
    case ir::ExprOp::kLookup:
      return NamedValue(situation, expr);
    case ir::ExprOp::kConfidence: {
      const Interval per_mille = situation.proposal->confidence;
      return FromEnds({per_mille.low * 10, per_mille.high * 10}, arena);
    }
    case ir::ExprOp::kTension: {
      const Interval points = situation.proposal->tension;
      return FromEnds({points.low * 1000, points.high * 1000}, arena);
    }
    case ir::ExprOp::kAdd:
    case ir::ExprOp::kSubtract:
    case ir::ExprOp::kMultiply:
    case ir::ExprOp::kDivide:
    case ir::ExprOp::kPercentOf:
    case ir::ExprOp::kDays:
    case ir::ExprOp::kShift:
      return Calculate(situation, expr);
    case ir::ExprOp::kCall:
      return CallFunction(situation, expr);
  }
  return {};
}

Value ConstantOf(Situation& situation, ir::ExprId expr) {
  return PossibleOf(situation, expr).values[0];
}

Possible SetOf(const Type& type, std::vector<Value> values, Arena& arena) {
  const auto before = [&](const Value& a, const Value& b) { return CompareValues(type, a, b) < 0; };
  const auto same = [&](const Value& a, const Value& b) { return CompareValues(type, a, b) == 0; };
  std::sort(values.begin(), values.end(), before);
  values.erase(std::unique(values.begin(), values.end(), same), values.end());
  if (values.size() > kMostValues && IsOrdered(type.kind)) {
    return PossibleBand(values.front().number(), values.back().number(), Cause::kBand, arena);
  }
  const std::span<Value> copy = arena.CopyArray<Value>(values);
  const Cause cause = values.size() == 1 ? Cause::kNone : Cause::kOneOf;
  return {Possible::Form::kValues, cause, static_cast<std::uint32_t>(copy.size()), copy.data()};
}

}  // namespace lq::eval
