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

// Two ordered arguments of one type.
bool ExpectPair(std::span<const Argument> arguments, std::string& problem) {
  if (!ExpectCount(arguments, 2, problem)) return false;
  if (!IsOrdered(arguments[0].type.kind) || !IsOrdered(arguments[1].type.kind)) {
    problem = "both arguments must be numbers, amounts of money, percents, dates or instants";
    return false;
  }
  if (SameType(arguments[0].type, arguments[1].type)) return true;
  problem = "both arguments must be of the same type (a money amount needs the same currency)";
  return false;
}

bool IsAmount(TypeKind kind) {
  return IsOrdered(kind) && kind != TypeKind::kDate && kind != TypeKind::kInstant;
}

bool CheckMin(std::span<const Argument> arguments, Type& result, std::string& problem) {
  if (!ExpectPair(arguments, problem)) return false;
  result = arguments[0].type;
  result.low = std::min(LeastOf(arguments[0]), LeastOf(arguments[1]));
  result.high = std::min(GreatestOf(arguments[0]), GreatestOf(arguments[1]));
  return true;
}

bool CheckMax(std::span<const Argument> arguments, Type& result, std::string& problem) {
  if (!ExpectPair(arguments, problem)) return false;
  result = arguments[0].type;
  result.low = std::max(LeastOf(arguments[0]), LeastOf(arguments[1]));
  result.high = std::max(GreatestOf(arguments[0]), GreatestOf(arguments[1]));
  return true;
}

void RangeOfAbs(std::span<const Ends> arguments, std::span<const Type>, std::int64_t& low,
                std::int64_t& high) {
  const auto [least, greatest] = arguments[0];
  high = std::max(-least, greatest);
  low = std::max({std::int64_t{0}, least, -greatest});
}

bool CheckAbs(std::span<const Argument> arguments, Type& result, std::string& problem) {
  if (!ExpectCount(arguments, 1, problem)) return false;
  if (!IsAmount(arguments[0].type.kind)) {
    problem = "the first argument must be a number, an amount of money or a percent";
    return false;
  }
  const Ends ends[] = {{LeastOf(arguments[0]), GreatestOf(arguments[0])}};
  if (ends[0][0] == std::numeric_limits<std::int64_t>::min()) {
    problem = "the range of the first argument begins so low that its positive does not fit 64 bits";
    return false;
  }
  result = arguments[0].type;
  RangeOfAbs(ends, {}, result.low, result.high);
  return true;
}

constexpr Function kMinOf = {
    .name = "min_of",
    .signature = "min_of(x, y)",
    .summary = "The lesser of x and y (the earlier, for dates).",
    .check = CheckMin,
    .call = [](std::span<const Value> arguments, std::span<const Type>, Arena&) {
      return Value::Number(std::min(arguments[0].number(), arguments[1].number()));
    },
    .range = [](std::span<const Ends> arguments, std::span<const Type>, std::int64_t& low,
                std::int64_t& high) {
      low = std::min(arguments[0][0], arguments[1][0]);
      high = std::min(arguments[0][1], arguments[1][1]);
    },
    .hull = true};

constexpr Function kMaxOf = {
    .name = "max_of",
    .signature = "max_of(x, y)",
    .summary = "The greater of x and y (the later, for dates).",
    .check = CheckMax,
    .call = [](std::span<const Value> arguments, std::span<const Type>, Arena&) {
      return Value::Number(std::max(arguments[0].number(), arguments[1].number()));
    },
    .range = [](std::span<const Ends> arguments, std::span<const Type>, std::int64_t& low,
                std::int64_t& high) {
      low = std::max(arguments[0][0], arguments[1][0]);
      high = std::max(arguments[0][1], arguments[1][1]);
    },
    .hull = true};

constexpr Function kAbs = {
    .name = "abs",
    .signature = "abs(x)",
    .summary = "x without its sign.",
    .check = CheckAbs,
    .call = [](std::span<const Value> arguments, std::span<const Type>, Arena&) {
      return Value::Number(std::abs(arguments[0].number()));
    },
    .range = RangeOfAbs,
    .hull = true};

constexpr Function kFunctions[] = {kMinOf, kMaxOf, kAbs};

}  // namespace

std::span<const Function> NumberFunctions() { return kFunctions; }

}  // namespace lq::stdlib
