#include "compiler/eval/comparison.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "compiler/eval/possible_values.h"
#include "compiler/eval/relation.h"
#include "compiler/eval/value_test.h"
#include "runtime/value/number.h"
#include "runtime/value/values.h"

namespace lq::eval {
namespace {

// A value to test; nothing stands for some text that no test names.
using Point = std::optional<Value>;

std::vector<Value> ConstantsOf(const std::vector<ValueTest>& tests) {
  std::vector<Value> constants;
  for (const ValueTest& test : tests) {
    constants.insert(constants.end(), test.constants.begin(), test.constants.end());
  }
  return constants;
}

// Whether a value passes changes only at the constants: the ends, and each constant and its
// neighbours between them, stand for the whole interval.
std::vector<Point> PointsOfInterval(Interval ends, const std::vector<Value>& constants) {
  std::vector<Point> points = {Value::Number(ends.low), Value::Number(ends.high)};
  for (const Value& constant : constants) {
    const std::int64_t number = constant.number();
    for (const Int128 near : {Int128{number} - 1, Int128{number}, Int128{number} + 1}) {
      if (ends.low <= near && near <= ends.high) {
        points.push_back(Value::Number(static_cast<std::int64_t>(near)));
      }
    }
  }
  return points;
}

std::vector<Point> PointsOf(const Type& type, const Possible& possible,
                            const std::vector<Value>& constants) {
  if (possible.form == Possible::Form::kValues) {
    return {possible.list().begin(), possible.list().end()};
  }
  if (IsNumeric(type.kind)) {
    return PointsOfInterval({Low(type, possible), High(type, possible)}, constants);
  }
  std::vector<Point> points(constants.begin(), constants.end());
  points.push_back(std::nullopt);
  return points;
}

bool PointPasses(Situation& situation, const ValueTest& test, const Point& point) {
  const bool passes = point.has_value() && Passes(situation, test, *point);
  return passes != test.negated;
}

// Every or any of the tests.
bool PassesList(Situation& situation, const std::vector<ValueTest>& tests, bool every,
                const Point& point) {
  const auto passes = [&](const ValueTest& test) { return PointPasses(situation, test, point); };
  return every ? std::all_of(tests.begin(), tests.end(), passes)
               : std::any_of(tests.begin(), tests.end(), passes);
}

// T = every possible value passes, F = none does.
Truth TestEach(Situation& situation, const Possible& possible, const std::vector<ValueTest>& tests,
               bool every) {
  Truth truth = {true, true};
  for (const Point& point : PointsOf(tests[0].type, possible, ConstantsOf(tests))) {
    const bool passes = PassesList(situation, tests, every, point);
    truth = {truth.holds && passes, truth.ruled_out && !passes};
  }
  return truth;
}

bool RightIsConstant(const ir::Program& program, const ir::Cond& cond) {
  return std::all_of(cond.right.begin(), cond.right.end(),
                     [&](ir::ExprId expr) { return program.exprs[expr].constant; });
}

// Of a text or list of which nothing is known, only whether a text is one of some texts can be
// reasoned about.
bool CannotBeTold(const Type& type, const Possible& possible, const ir::Cond& cond) {
  if (possible.form != Possible::Form::kAll || IsNumeric(type.kind)) {
    return false;
  }
  const bool equality = cond.test == ir::TestOp::kIs || cond.test == ir::TestOp::kIn;
  return !IsTextual(type.kind) || !equality || cond.ignoring_case;
}

}  // namespace

Truth CompareJoined(Situation& situation, std::span<const Literal> literals, bool every) {
  std::vector<ValueTest> tests;
  for (const Literal& literal : literals) {
    tests.push_back(ValueTestOf(situation, literal));
  }
  return TestEach(situation, PossibleOf(situation, literals[0].cond->left), tests, every);
}

Truth Compare(Situation& situation, const ir::Cond& cond) {
  if (!RightIsConstant(situation.program, cond)) {
    return Relate(situation, cond);
  }
  const Possible possible = PossibleOf(situation, cond.left);
  if (CannotBeTold(situation.program.exprs[cond.left].type, possible, cond)) {
    return {};
  }
  return TestEach(situation, possible, {ValueTestOf(situation, {&cond, false})}, true);
}

}  // namespace lq::eval
