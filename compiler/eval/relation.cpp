#include "compiler/eval/relation.h"

#include <algorithm>

#include "compiler/eval/possible_values.h"
#include "compiler/eval/text_test.h"
#include "runtime/value/values.h"

namespace lq::eval {
namespace {

struct Side {
  const Type& type;
  Possible possible;

  std::int64_t low() const { return Low(type, possible); }
  std::int64_t high() const { return High(type, possible); }
  bool listed() const { return possible.form == Possible::Form::kValues; }
};

Side SideOf(Situation& situation, ir::ExprId expr) {
  return {situation.program.exprs[expr].type, PossibleOf(situation, expr)};
}

Truth AtLeast(const Side& x, const Side& y) { return {x.low() >= y.high(), x.high() < y.low()}; }

Truth MoreThan(const Side& x, const Side& y) { return {x.low() > y.high(), x.high() <= y.low()}; }

Truth Both(Truth a, Truth b) { return {a.holds && b.holds, a.ruled_out || b.ruled_out}; }

bool Same(const Type& type, const Value& a, const Value& b, bool ignoring_case) {
  return ignoring_case ? SameIgnoringCase(a.text(), b.text()) : CompareValues(type, a, b) == 0;
}

// Whether y can have this value of x.
bool CanBe(const Side& y, const Value& value, bool ignoring_case) {
  if (y.listed()) {
    const std::span<const Value> values = y.possible.list();
    return std::any_of(values.begin(), values.end(),
                       [&](const Value& v) { return Same(y.type, value, v, ignoring_case); });
  }
  return !IsNumeric(y.type.kind) || (y.low() <= value.number() && value.number() <= y.high());
}

bool HaveCommonValue(const Side& x, const Side& y, bool ignoring_case) {
  if (!x.listed() && !y.listed()) {
    return !IsNumeric(x.type.kind) || (x.low() <= y.high() && y.low() <= x.high());
  }
  const Side& listed = x.listed() ? x : y;
  const Side& other = x.listed() ? y : x;
  const std::span<const Value> values = listed.possible.list();
  return std::any_of(values.begin(), values.end(),
                     [&](const Value& value) { return CanBe(other, value, ignoring_case); });
}

// Texts that differ only in case count as one value under `ignoring case`.
bool IsOneValue(const Side& side, bool ignoring_case) {
  if (!side.listed()) {
    return IsNumeric(side.type.kind) && side.low() == side.high();
  }
  const std::span<const Value> values = side.possible.list();
  return std::all_of(values.begin(), values.end(), [&](const Value& value) {
    return Same(side.type, value, values[0], ignoring_case);
  });
}

Truth Is(const Side& x, const Side& y, bool ignoring_case) {
  const bool common = HaveCommonValue(x, y, ignoring_case);
  return {common && IsOneValue(x, ignoring_case) && IsOneValue(y, ignoring_case), !common};
}

}  // namespace

Truth Relate(Situation& situation, const ir::Cond& cond) {
  const Side x = SideOf(situation, cond.left);
  const Side y = SideOf(situation, cond.right[0]);
  switch (cond.test) {
    case ir::TestOp::kIs:
      return Is(x, y, cond.ignoring_case);
    case ir::TestOp::kAtLeast:
      return AtLeast(x, y);
    case ir::TestOp::kAtMost:
      return AtLeast(y, x);
    case ir::TestOp::kMoreThan:
      return MoreThan(x, y);
    case ir::TestOp::kLessThan:
      return MoreThan(y, x);
    case ir::TestOp::kBetween:
      return Both(AtLeast(x, y), AtLeast(SideOf(situation, cond.right[1]), x));
    // The checker lets only constants stand on the right of these.
    case ir::TestOp::kIn:
    case ir::TestOp::kContains:
    case ir::TestOp::kStartsWith:
    case ir::TestOp::kEndsWith:
    case ir::TestOp::kMatches:
    case ir::TestOp::kHasAny:
    case ir::TestOp::kHasAll:
    case ir::TestOp::kHasNone:
      break;
  }
  return {};
}

}  // namespace lq::eval
