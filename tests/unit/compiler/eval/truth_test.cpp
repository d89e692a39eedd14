#include "compiler/eval/truth.h"

#include <gtest/gtest.h>

#include "tests/support/program/program_builder.h"

namespace lq::eval {
namespace {

using ir::TestOp;

class TruthTest : public testing::Test, public test::ProgramBuilder {
 protected:
  // "holds", "ruled out" or "cannot tell".
  std::string Answer(ir::CondId cond) {
    Situation situation = {program, lead, inputs_, arena_};
    const Truth truth = TruthOf(situation, cond);
    EXPECT_FALSE(truth.holds && truth.ruled_out);
    return truth.holds ? "holds" : truth.ruled_out ? "ruled out" : "cannot tell";
  }

  ir::ExprId Constant(std::int64_t number) { return Number(x_type_, number); }

  const Type x_type_ = test::IntegerType(0, 300);
  const ir::ExprId x_ = Field("x", x_type_);
  const ir::ExprId y_ = Field("y", x_type_);
  const ir::ExprId t_ = Field("t", test::TextType());

 private:
  OracleInputs inputs_;
  Arena arena_;
};

TEST_F(TruthTest, TestsOfOneFieldInOneOrListCountAsOne) {
  const ir::CondId cond = Or({Compare(TestOp::kLessThan, x_, {Constant(10)}),
                              Compare(TestOp::kAtLeast, x_, {Constant(10)})});
  EXPECT_EQ(Answer(cond), "holds");
  EXPECT_EQ(Answer(Not(cond)), "ruled out");
}

TEST_F(TruthTest, TestsOfOneFieldInOneAndListCountAsOne) {
  const ir::CondId cond = And({Compare(TestOp::kAtLeast, x_, {Constant(50)}),
                               Compare(TestOp::kAtMost, x_, {Constant(200)})});
  Set(x_, {60, 150});
  EXPECT_EQ(Answer(cond), "holds");
  Set(x_, {10, 250});
  EXPECT_EQ(Answer(cond), "ruled out");
  Set(x_, {10, 150});
  EXPECT_EQ(Answer(cond), "cannot tell");
  SetBand(x_, 201, 300);
  EXPECT_EQ(Answer(cond), "ruled out");
  SetBand(x_, 50, 200);
  EXPECT_EQ(Answer(cond), "holds");
  SetBand(x_, 49, 200);
  EXPECT_EQ(Answer(cond), "cannot tell");
}

TEST_F(TruthTest, TheGapBetweenTwoConstantsIsSeen) {
  const ir::CondId cond = Or({Compare(TestOp::kIn, x_, {Constant(3), Constant(5)}),
                              Compare(TestOp::kLessThan, x_, {Constant(3)}),
                              Compare(TestOp::kMoreThan, x_, {Constant(5)})});
  SetBand(x_, 3, 5);
  EXPECT_EQ(Answer(cond), "cannot tell");
  Set(x_, {3, 5});
  EXPECT_EQ(Answer(cond), "holds");
  Set(x_, {4});
  EXPECT_EQ(Answer(cond), "ruled out");
}

TEST_F(TruthTest, NotIsPushedInwardAndListsAreFlattened) {
  const ir::CondId small = Compare(TestOp::kLessThan, x_, {Constant(50)});
  const ir::CondId large = Compare(TestOp::kMoreThan, x_, {Constant(200)});
  Set(x_, {10, 250});
  EXPECT_EQ(Answer(Not(Or({small, large}))), "ruled out");
  const ir::CondId y_is_1 = Compare(TestOp::kIs, y_, {Constant(1)});
  EXPECT_EQ(Answer(Or({small, Or({y_is_1, large})})), "holds");
  EXPECT_EQ(Answer(Or({small, And({y_is_1, large})})), "cannot tell");
}

TEST_F(TruthTest, ADefineTakesPartInItsList) {
  program.defines.push_back({"small", Compare(TestOp::kLessThan, x_, {Constant(50)}), {}});
  ir::Cond name;
  name.op = ir::CondOp::kDefine;
  name.index = 0;
  program.conds.push_back(name);
  const auto small = static_cast<ir::CondId>(program.conds.size() - 1);
  EXPECT_EQ(Answer(Or({small, Compare(TestOp::kAtLeast, x_, {Constant(50)})})), "holds");
  EXPECT_EQ(Answer(And({Not(small), small})), "ruled out");
}

TEST_F(TruthTest, KnownStaysApart) {
  EXPECT_EQ(Answer(Known(x_)), "ruled out");
  const ir::CondId any = Compare(TestOp::kAtLeast, x_, {Constant(0)});
  EXPECT_EQ(Answer(Or({Known(x_), any})), "holds");
  SetBand(x_, 0, 300);
  EXPECT_EQ(Answer(Known(x_)), "holds");
}

TEST_F(TruthTest, AMissingTextIsAnyText) {
  const ir::CondId is_a = Compare(TestOp::kIs, t_, {Text("a")});
  const ir::CondId is_b = Compare(TestOp::kIs, t_, {Text("b")});
  EXPECT_EQ(Answer(is_a), "cannot tell");
  EXPECT_EQ(Answer(And({is_a, is_b})), "ruled out");
  EXPECT_EQ(Answer(Or({is_a, Not(is_a)})), "holds");
  EXPECT_EQ(Answer(Or({is_a, is_b})), "cannot tell");
  EXPECT_EQ(Answer(Or({Not(is_a), Not(is_b)})), "holds");
}

TEST_F(TruthTest, OtherTestsOfTextsStandAlone) {
  const ir::CondId starts = Compare(TestOp::kStartsWith, t_, {Text("ab")});
  EXPECT_EQ(Answer(Or({starts, Not(starts)})), "cannot tell");
  const ir::CondId any_case = CompareIgnoringCase(TestOp::kIs, t_, {Text("AB")});
  EXPECT_EQ(Answer(Or({any_case, Not(any_case)})), "cannot tell");
  SetTexts(t_, {"ab", "aB"});
  EXPECT_EQ(Answer(starts), "cannot tell");
  EXPECT_EQ(Answer(any_case), "holds");
  EXPECT_EQ(Answer(Compare(TestOp::kContains, t_, {Text("x"), Text("a")})), "holds");
  EXPECT_EQ(Answer(Compare(TestOp::kEndsWith, t_, {Text("x"), Text("c")})), "ruled out");
}

TEST_F(TruthTest, TwoFieldsCompareByTheirEnds) {
  const ir::CondId at_least = Compare(TestOp::kAtLeast, x_, {y_});
  SetBand(x_, 10, 20);
  SetBand(y_, 5, 10);
  EXPECT_EQ(Answer(at_least), "holds");
  EXPECT_EQ(Answer(Compare(TestOp::kLessThan, x_, {y_})), "ruled out");
  EXPECT_EQ(Answer(Compare(TestOp::kMoreThan, x_, {y_})), "cannot tell");
  SetBand(y_, 21, 30);
  EXPECT_EQ(Answer(at_least), "ruled out");
  EXPECT_EQ(Answer(Compare(TestOp::kIs, x_, {y_})), "ruled out");
  Set(x_, {7});
  Set(y_, {7});
  EXPECT_EQ(Answer(Compare(TestOp::kIs, x_, {y_})), "holds");
  Set(y_, {7, 8});
  EXPECT_EQ(Answer(Compare(TestOp::kIs, x_, {y_})), "cannot tell");
}

TEST_F(TruthTest, AFieldAgainstAFieldDoesNotJoin) {
  const ir::CondId less = Compare(TestOp::kLessThan, x_, {y_});
  EXPECT_EQ(Answer(Or({less, Not(less)})), "cannot tell");
}

TEST_F(TruthTest, BetweenTwoFieldsIsTwoComparisons) {
  const ir::CondId between = Compare(TestOp::kBetween, Constant(7), {x_, y_});
  SetBand(x_, 1, 7);
  SetBand(y_, 7, 9);
  EXPECT_EQ(Answer(between), "holds");
  SetBand(x_, 8, 9);
  EXPECT_EQ(Answer(between), "ruled out");
}

}  // namespace
}  // namespace lq::eval
