#include "stdlib/number/number.h"

#include <algorithm>
#include <limits>

#include "runtime/value/values.h"
#include "stdlib/row/check_arguments.h"

namespace lq::stdlib {
namespace {

std::int64_t LeastOf(const Argument& argument) {
  return argument.constant != nullptr ? argument.constant->number() : argument.type.low;
}

std::int64_t GreatestOf(const Argument& argument) {
  return argument.constant != nullptr ? argument.constant->number() : argument.type.high;
}

// Two ordered arguments of one type; the result is as the first, in the range that `range` gives.
bool CheckPair(Arguments arguments, Type& result, std::string& problem,
               decltype(Function::range) range) {
  if (!ExpectCount(arguments, 2, problem)) {
    return false;
  }
  if (!IsOrdered(arguments[0].type.kind) || !IsOrdered(arguments[1].type.kind)) {
    problem = "both arguments must be numbers, amounts of money, percents, dates or instants";
    return false;
  }
  if (!SameType(arguments[0].type, arguments[1].type)) {
    problem = "both arguments must be of the same type (amounts of money, of one currency)";
    return false;
  }
  result = arguments[0].type;
  const Ends ends[] = {{LeastOf(arguments[0]), GreatestOf(arguments[0])},
                       {LeastOf(arguments[1]), GreatestOf(arguments[1])}};
  range(AllEnds(ends), {}, result.low, result.high);
  return true;
}

void RangeOfMin(AllEnds arguments, Types, std::int64_t& low, std::int64_t& high) {
  low = std::min(arguments[0][0], arguments[1][0]);
  high = std::min(arguments[0][1], arguments[1][1]);
}

bool CheckMin(Arguments arguments, Type& result, std::string& problem) {
  return CheckPair(arguments, result, problem, RangeOfMin);
}

Value CallMin(Values arguments, Types, Arena&) {
  return Value::Number(std::min(arguments[0].number(), arguments[1].number()));
}

constexpr Function kMinOf = {
    .name = "min_of",
    .signature = "min_of(x, y)",
    .summary = "The lesser of x and y; the earlier of two dates.",
    .check = CheckMin,
    .call = CallMin,
    .range = RangeOfMin,
    .hull = true,
};

void RangeOfMax(AllEnds arguments, Types, std::int64_t& low, std::int64_t& high) {
  low = std::max(arguments[0][0], arguments[1][0]);
  high = std::max(arguments[0][1], arguments[1][1]);
}

bool CheckMax(Arguments arguments, Type& result, std::string& problem) {
  return CheckPair(arguments, result, problem, RangeOfMax);
}

Value CallMax(Values arguments, Types, Arena&) {
  return Value::Number(std::max(arguments[0].number(), arguments[1].number()));
}

constexpr Function kMaxOf = {
    .name = "max_of",
    .signature = "max_of(x, y)",
    .summary = "The greater of x and y; the later of two dates.",
    .check = CheckMax,
    .call = CallMax,
    .range = RangeOfMax,
    .hull = true,
};

void RangeOfAbs(AllEnds arguments, Types, std::int64_t& low, std::int64_t& high) {
  const auto [least, greatest] = arguments[0];
  low = std::max({std::int64_t{0}, least, -greatest});
  high = std::max(-least, greatest);
}

bool IsAmount(TypeKind kind) {
  return IsOrdered(kind) && kind != TypeKind::kDate && kind != TypeKind::kInstant;
}

bool CheckAbs(Arguments arguments, Type& result, std::string& problem) {
  if (!ExpectCount(arguments, 1, problem)) {
    return false;
  }
  if (!IsAmount(arguments[0].type.kind)) {
    problem = "the first argument must be a number, an amount of money or a percent";
    return false;
  }
  const Ends ends[] = {{LeastOf(arguments[0]), GreatestOf(arguments[0])}};
  if (ends[0][0] == std::numeric_limits<std::int64_t>::min()) {
    problem = "the range of the first argument begins too low: without its sign it exceeds 64 bits";
    return false;
  }
  result = arguments[0].type;
  RangeOfAbs(ends, {}, result.low, result.high);
  return true;
}

Value CallAbs(Values arguments, Types, Arena&) {
  return Value::Number(std::abs(arguments[0].number()));
}

constexpr Function kAbs = {
    .name = "abs",
    .signature = "abs(x)",
    .summary = "x without its sign.",
    .check = CheckAbs,
    .call = CallAbs,
    .range = RangeOfAbs,
    .hull = true,
};

constexpr Function kFunctions[] = {kMinOf, kMaxOf, kAbs};

}  // namespace

std::span<const Function> NumberFunctions() { return kFunctions; }

}  // namespace lq::stdlib
