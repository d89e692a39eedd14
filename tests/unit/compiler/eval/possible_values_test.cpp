#include "compiler/eval/possible_values.h"

#include <gtest/gtest.h>

#include "runtime/value/date.h"
#include "runtime/value/values.h"
#include "tests/support/program/program_builder.h"

namespace lq::eval {
namespace {

using ir::ExprOp;

class PossibleValuesTest : public testing::Test, public test::ProgramBuilder {
 protected:
  std::string Answer(ir::ExprId expr) {
    Situation situation = {program, lead, inputs_, arena_};
    const Possible possible = PossibleOf(situation, expr);
    std::string out;
    AppendPossibleText(program.exprs[expr].type, possible, out);
    return (possible.missing() ? "missing, " : "") + out;
  }

  ir::ExprId Rounded(ExprOp op, std::vector<ir::ExprId> children, RoundingMode rounding) {
    const ir::ExprId expr = Calculate(op, wide_, std::move(children));
    program.exprs[expr].rounding = rounding;
    return expr;
  }

  const Type wide_ = test::IntegerType(-1000, 1000);
  const ir::ExprId x_ = Field("x", test::IntegerType(-10, 10));
  const ir::ExprId y_ = Field("y", test::IntegerType(0, 5));
  OracleInputs inputs_;

 private:
  Arena arena_;
};

TEST_F(PossibleValuesTest, ArithmeticGivesTheHull) {
  Set(x_, {1, 5});
  SetBand(y_, 2, 3);
  EXPECT_EQ(Answer(Calculate(ExprOp::kAdd, wide_, {x_, y_})), "3 to 8");
  EXPECT_EQ(Answer(Calculate(ExprOp::kSubtract, wide_, {x_, y_})), "-2 to 3");
  EXPECT_EQ(Answer(Calculate(ExprOp::kMultiply, wide_, {x_, Number(wide_, -3)})), "-15 to -3");
  EXPECT_EQ(Answer(Calculate(ExprOp::kAdd, wide_, {x_, Number(wide_, 0)})), "1 to 5");
  Set(x_, {5});
  EXPECT_EQ(Answer(Calculate(ExprOp::kAdd, wide_, {x_, Number(wide_, 1)})), "6");
}

TEST_F(PossibleValuesTest, AMissingOperandLeavesItsWholeRange) {
  Set(y_, {1});
  EXPECT_EQ(Answer(Calculate(ExprOp::kAdd, wide_, {x_, y_})), "missing, -9 to 11");
}

TEST_F(PossibleValuesTest, DivisionRoundsTheEnds) {
  SetBand(x_, -5, 5);
  const ir::ExprId two = Number(wide_, 2);
  EXPECT_EQ(Answer(Rounded(ExprOp::kDivide, {x_, two}, RoundingMode::kHalfEven)), "-2 to 2");
  EXPECT_EQ(Answer(Rounded(ExprOp::kDivide, {x_, two}, RoundingMode::kUp)), "-3 to 3");
  EXPECT_EQ(Answer(Rounded(ExprOp::kDivide, {x_, Number(wide_, -1)}, RoundingMode::kDown)),
            "-5 to 5");
  Type tenths = wide_;
  tenths.kind = TypeKind::kDecimal;
  tenths.places = 1;
  Set(x_, {3});
  EXPECT_EQ(Answer(Rounded(ExprOp::kDivide, {x_, Number(tenths, 15)}, RoundingMode::kDown)), "2");
}

TEST_F(PossibleValuesTest, PercentOfRounds) {
  Set(x_, {5});
  Type percent = wide_;
  percent.kind = TypeKind::kPercent;
  percent.places = 2;
  const ir::ExprId half = Number(percent, 5000);
  EXPECT_EQ(Answer(Rounded(ExprOp::kPercentOf, {half, x_}, RoundingMode::kHalfEven)), "2");
  EXPECT_EQ(Answer(Rounded(ExprOp::kPercentOf, {half, x_}, RoundingMode::kUp)), "3");
}

TEST_F(PossibleValuesTest, ADerivedValueIsMissingWhenAFieldItReadsIs) {
  program.derived.push_back(
      {"twice", Calculate(ExprOp::kMultiply, wide_, {x_, Number(wide_, 2)}), {}});
  const ir::ExprId twice = Named(ExprOp::kDerived, wide_, 0);
  EXPECT_EQ(Answer(twice), "missing, -20 to 20");
  Set(x_, {4});
  EXPECT_EQ(Answer(twice), "8");
}

TEST_F(PossibleValuesTest, AParametersFirstPeriodHoldsForAllEarlierDays) {
  program.parameters.push_back(
      {"floor", wide_, {{100, Value::Number(1)}, {200, Value::Number(2)}}});
  const ir::ExprId floor = Named(ExprOp::kParameter, wide_, 0);
  const auto on_day = [&](std::int64_t day) {
    inputs_.as_of = day * kMillisecondsPerDay;
    return Answer(floor);
  };
  EXPECT_EQ(on_day(5), "1");
  EXPECT_EQ(on_day(199), "1");
  EXPECT_EQ(on_day(200), "2");
}

TEST_F(PossibleValuesTest, MonthsClampToTheMonthsEnd) {
  Type date;
  date.kind = TypeKind::kDate;
  date.low = kFirstDay;
  date.high = kLastDay;
  const ir::ExprId day = Field("day", date);
  const ir::ExprId moved = Calculate(ExprOp::kShift, date, {day});
  program.exprs[moved].amount = 1;
  program.exprs[moved].unit = ShiftUnit::kMonths;
  SetBand(day, DaysFromCivil({2026, 1, 28}), DaysFromCivil({2026, 1, 31}));
  EXPECT_EQ(Answer(moved), "2026-02-28");
}

TEST_F(PossibleValuesTest, SetsAreInTheOrderOfTheDomainEachOnce) {
  Arena arena;
  std::vector<Value> values;
  for (int i = 70; i > 0; --i) {
    values.push_back(Value::Number(i % 3));
  }
  const Possible few = SetOf(wide_, values, arena);
  ASSERT_EQ(few.count, 3u);
  EXPECT_EQ(few.values[0].number(), 0);
  EXPECT_EQ(few.values[2].number(), 2);
}

TEST_F(PossibleValuesTest, MoreThanSixtyFourOrderedValuesMakeTheHull) {
  Arena arena;
  std::vector<Value> values;
  for (int i = 0; i < 65; ++i) {
    values.push_back(Value::Number(2 * i));
  }
  EXPECT_EQ(SetOf(wide_, values, arena).form, Possible::Form::kBand);
  Type names;
  names.kind = TypeKind::kEnum;
  names.high = 4095;
  EXPECT_EQ(SetOf(names, values, arena).count, 65u);
}

}  // namespace
}  // namespace lq::eval
