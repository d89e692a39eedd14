#include "compiler/inspect/reads.h"

#include <gtest/gtest.h>

#include "tests/support/program/program_builder.h"

namespace lq::inspect {
namespace {

using Kind = DecisionGraph::Kind;
using Read = std::pair<Kind, std::string>;
using Reads = std::vector<Read>;

class ReadsTest : public testing::Test {
 protected:
  Reads Of(ir::CondId cond) const {
    Reads reads;
    VisitCond(builder_.program, cond,
              [&](Kind kind, const std::string& name) { reads.emplace_back(kind, name); });
    return reads;
  }

  test::ProgramBuilder builder_;
  ir::Program& program_ = builder_.program;
  const Type integer_ = test::IntegerType(0, 100);
  const ir::ExprId seats_ = builder_.Field("firm.seats", integer_);
  const ir::ExprId visits_ = builder_.Field("visits", integer_);
  const ir::ExprId ten_ = builder_.Number(integer_, 10);
  const ir::CondId many_ = builder_.Compare(ir::TestOp::kAtLeast, seats_, {ten_});
};

TEST_F(ReadsTest, BothSidesOfAComparisonInTheirOrder) {
  EXPECT_EQ(Of(many_), (Reads{{Kind::kField, "firm.seats"}}));
  EXPECT_EQ(Of(builder_.Compare(ir::TestOp::kBetween, seats_, {ten_, visits_})),
            (Reads{{Kind::kField, "firm.seats"}, {Kind::kField, "visits"}}));
}

TEST_F(ReadsTest, BelowListsOppositesAndArithmetic) {
  const ir::ExprId sum = builder_.Calculate(ir::ExprOp::kAdd, integer_, {seats_, visits_});
  const ir::CondId either = builder_.Or(
      {builder_.Not(builder_.Known(visits_)), builder_.Compare(ir::TestOp::kIs, sum, {ten_})});
  EXPECT_EQ(
      Of(either),
      (Reads{{Kind::kField, "visits"}, {Kind::kField, "firm.seats"}, {Kind::kField, "visits"}}));
}

TEST_F(ReadsTest, NamesOfEveryKind) {
  program_.derived = {{"host", seats_, {}}};
  program_.scores.resize(1);
  program_.scores[0].name = "fit";
  program_.tables.resize(1);
  program_.tables[0].name = "plan";
  program_.lookups.resize(1);
  program_.lookups[0].name = "team";
  const std::pair<ir::ExprOp, Read> named[] = {{ir::ExprOp::kDerived, {Kind::kDerived, "host"}},
                                               {ir::ExprOp::kScore, {Kind::kScore, "fit"}},
                                               {ir::ExprOp::kTable, {Kind::kTable, "plan"}},
                                               {ir::ExprOp::kLookup, {Kind::kLookup, "team"}}};
  for (const auto& [op, read] : named) {
    const ir::ExprId expr = builder_.Named(op, integer_, 0);
    EXPECT_EQ(Of(builder_.Compare(ir::TestOp::kIs, expr, {ten_})), Reads{read});
  }
}

// A define, a toggle is read by its name; what stands behind a define is read by the define.
TEST_F(ReadsTest, DefinesAndTogglesAreNotLookedBehind) {
  program_.defines = {{"large", builder_.Known(seats_), {}}};
  program_.toggles = {{"strict", true}};
  const ir::CondId both = builder_.Always();
  const ir::CondId large = builder_.Always();
  const ir::CondId strict = builder_.Always();
  program_.conds[large].op = ir::CondOp::kDefine;
  program_.conds[large].index = 0;
  program_.conds[strict].op = ir::CondOp::kToggle;
  program_.conds[strict].index = 0;
  program_.conds[both].op = ir::CondOp::kAnd;
  program_.conds[both].children = {large, strict};
  EXPECT_EQ(Of(both), (Reads{{Kind::kDefine, "large"}, {Kind::kToggle, "strict"}}));
  EXPECT_FALSE(AsksForAbsence(program_, both));
}

TEST_F(ReadsTest, NothingIsReadByNothing) {
  EXPECT_EQ(Of(builder_.Always()), Reads{});
  VisitExpr(program_, ir::kNone, [](Kind, const std::string&) { ADD_FAILURE(); });
}

TEST_F(ReadsTest, AbsenceIsAskedForAtAnyDepth) {
  const ir::CondId known = builder_.Known(visits_);
  EXPECT_TRUE(AsksForAbsence(program_, known));
  EXPECT_TRUE(AsksForAbsence(program_, builder_.And({many_, builder_.Not(known)})));
  EXPECT_FALSE(AsksForAbsence(program_, many_));
  EXPECT_FALSE(AsksForAbsence(program_, builder_.Or({many_, builder_.Not(many_)})));
}

}  // namespace
}  // namespace lq::inspect
