#include "compiler/eval/value_test.h"

#include <algorithm>

#include "compiler/eval/list_test.h"
#include "compiler/eval/possible_values.h"
#include "compiler/eval/text_test.h"
#include "runtime/value/values.h"

namespace lq::eval {
namespace {

bool IsOneOf(const ValueTest& test, const Value& value) {
  return std::any_of(test.constants.begin(), test.constants.end(), [&](const Value& constant) {
    return test.cond.ignoring_case ? SameIgnoringCase(value.text(), constant.text())
                                   : CompareValues(test.type, value, constant) == 0;
  });
}

}  // namespace

ValueTest ValueTestOf(Situation& situation, const Literal& literal) {
  const ir::Cond& cond = *literal.cond;
  ValueTest test = {cond, situation.program.exprs[cond.left].type, literal.negated, {}};
  for (const ir::ExprId expr : cond.right) {
    test.constants.push_back(ConstantOf(situation, expr));
  }
  return test;
}

bool Passes(Situation& situation, const ValueTest& test, const Value& value) {
  const auto order = [&](std::size_t i) {
    return CompareValues(test.type, value, test.constants[i]);
  };
  switch (test.cond.test) {
    case ir::TestOp::kIs:
    case ir::TestOp::kIn:
      return IsOneOf(test, value);
    case ir::TestOp::kAtLeast:
      return order(0) >= 0;
    case ir::TestOp::kAtMost:
      return order(0) <= 0;
    case ir::TestOp::kMoreThan:
      return order(0) > 0;
    case ir::TestOp::kLessThan:
      return order(0) < 0;
    case ir::TestOp::kBetween:
      return order(0) >= 0 && order(1) <= 0;
    case ir::TestOp::kContains:
    case ir::TestOp::kStartsWith:
    case ir::TestOp::kEndsWith:
      return PassesTextTest(test, value.text());
    case ir::TestOp::kMatches:
      return MatchesPattern(situation, test.cond, value.text());
    case ir::TestOp::kHasAny:
    case ir::TestOp::kHasAll:
    case ir::TestOp::kHasNone:
      return PassesListTest(test, value.items());
  }
  return false;
}

}  // namespace lq::eval
