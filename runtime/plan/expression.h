#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "runtime/value/arena.h"
#include "runtime/value/date.h"
#include "runtime/value/number.h"
#include "runtime/value/type.h"
#include "runtime/value/value.h"
#include "stdlib/function.h"

namespace lq::plan {

inline constexpr std::uint32_t kNone = 0xFFFFFFFF;
using ExprId = std::uint32_t;

enum class ExprOp : std::uint8_t {
  kConstant,
  kParameter,
  kToday,
  kNow,
  kField,
  kDerived,
  kScore,
  kTable,
  kLookup,
  kConfidence,  // guards only; basis points
  kTension,     // guards only; thousandths of a point, whole points
  kAdd,
  kSubtract,
  kMultiply,   // x, k
  kDivide,     // x, k: round(x * scale / k)
  kPercentOf,  // p, x: round(p * x / 10000)
  kDays,       // from, to
  kShift,      // date or instant moved by `amount` units
  kCall,
};

struct Expr {
  ExprOp op = ExprOp::kConstant;
  RoundingMode rounding = RoundingMode::kHalfEven;
  ShiftUnit unit = ShiftUnit::kDays;
  Type type;
  // kConstant.
  Value value;
  // kParameter, kField, kDerived, kScore, kTable, kLookup.
  std::uint32_t index = kNone;
  // kShift: the amount; kDivide: 10^places of the divisor.
  std::int64_t amount = 0;
  const stdlib::Function* function = nullptr;
  // A range of Expressions::children.
  std::uint32_t first_child = 0;
  std::uint32_t child_count = 0;
};

struct Period {
  // First day on which the value holds; the first period also holds before it.
  std::int64_t from = 0;
  Value value;
};

struct Parameter {
  Type type;
  std::vector<Period> periods;
};

struct Derived {
  std::string name;
  ExprId value = kNone;
};

struct Expressions {
  std::vector<Expr> nodes;
  std::vector<ExprId> children;
  std::vector<Parameter> parameters;
  // Each reads only earlier ones.
  std::vector<Derived> derived;
};

}  // namespace lq::plan
