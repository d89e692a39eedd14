#include "compiler/eval/rules.h"

#include <gtest/gtest.h>

#include "compiler/eval/candidates.h"
#include "tests/support/program/program_builder.h"

namespace lq::eval {
namespace {

// Each rule asks whether a yes_no field of its own is yes: `t` (holds), `f` (does not) or `?`
// (missing).
class RulesTest : public testing::Test, public test::ProgramBuilder {
 protected:
  std::uint32_t AddRule(char answer, std::uint32_t outcome,
                        std::vector<std::uint32_t> overrides = {}) {
    const ir::ExprId field =
        Field(std::string(1, static_cast<char>('a' + program.rules.size())), yes_no_);
    if (answer != '?') {
      Set(field, {answer == 't'});
    }
    const ir::CondId when = Compare(ir::TestOp::kIs, field, {Number(yes_no_, 1)});
    return Rule("r", outcome, when, std::move(overrides));
  }

  // One letter a rule: T' is `t`, F' is `f`, open is `?`.
  std::string Standings() {
    Situation situation = {program, lead, inputs_, arena_};
    rules_ = WeighRules(situation);
    std::string letters;
    for (const Standing& standing : rules_.standings) {
      letters += standing.fires ? 't' : standing.out ? 'f' : '?';
    }
    return letters;
  }

  std::string CandidateNames() {
    Standings();
    const Candidates candidates = FindCandidates(program, rules_);
    std::string names = program.outcomes[candidates.proposed].name + ":";
    for (const std::uint32_t outcome : candidates.outcomes) {
      names += " " + program.outcomes[outcome].name;
    }
    return names;
  }

 private:
  const Type yes_no_ = test::YesNoType();
  OracleInputs inputs_;
  Arena arena_;
  Rules rules_;
};

TEST_F(RulesTest, ADefeatedRuleDefeatsNothing) {
  const std::uint32_t a = AddRule('t', 0);
  const std::uint32_t b = AddRule('t', 1, {a});
  AddRule('t', 1, {b});
  EXPECT_EQ(Standings(), "tft");
}

TEST_F(RulesTest, AnOpenOverriderLeavesTheRuleOpen) {
  const std::uint32_t a = AddRule('t', 0);
  AddRule('?', 1, {a});
  EXPECT_EQ(Standings(), "??");
  EXPECT_EQ(CandidateNames(), "high: high low");
}

TEST_F(RulesTest, OverridersThatAllOverrideTheRuleDefeatIt) {
  const std::uint32_t a = AddRule('t', 0);
  const std::uint32_t b = AddRule('t', 1, {a});
  AddRule('?', 1, {a, b});
  EXPECT_EQ(Standings(), "f??");
  EXPECT_EQ(CandidateNames(), "low: low");
}

TEST_F(RulesTest, AnEarlierRowThatHoldsRulesOutTheLaterOnes) {
  for (const char answer : {'?', 't', 't'}) {
    AddRule(answer, 0);
  }
  program.rules_tables.push_back({"rows", true, 0, 3});
  EXPECT_EQ(Standings(), "??f");
}

TEST_F(RulesTest, RowsOfAUniqueTableDoNotOverride) {
  AddRule('?', 0);
  AddRule('t', 1);
  program.rules_tables.push_back({"rows", false, 0, 2});
  EXPECT_EQ(Standings(), "?t");
}

TEST_F(RulesTest, AnAssumptionComesBeforeOverrides) {
  const std::uint32_t a = AddRule('t', 0);
  const std::uint32_t b = AddRule('?', 1, {a});
  program.rules[b].assume = ir::Assume::kYes;
  EXPECT_EQ(Standings(), "ft");
  program.rules[b].assume = ir::Assume::kNo;
  EXPECT_EQ(Standings(), "tf");
}

TEST_F(RulesTest, OtherwiseIsACandidateWhenNoRuleHolds) {
  EXPECT_EQ(CandidateNames(), "low: low");
  AddRule('?', 0);
  EXPECT_EQ(CandidateNames(), "low: high low");
}

TEST_F(RulesTest, TheWalkStopsWhereARuleIsSure) {
  program.outcomes = {{"high", 0}, {"mid", 0}, {"low", 0}};
  program.otherwise_outcome = 2;
  AddRule('?', 0);
  AddRule('t', 1);
  AddRule('t', 2);
  EXPECT_EQ(CandidateNames(), "mid: high mid");
}

TEST_F(RulesTest, ARuleIsSureDownToTheWeakestOfItsOpenOverriders) {
  program.outcomes = {{"high", 0}, {"mid", 0}, {"low", 0}};
  program.otherwise_outcome = 1;
  const std::uint32_t a = AddRule('t', 0);
  AddRule('?', 2, {a});
  AddRule('?', 1);
  EXPECT_EQ(CandidateNames(), "high: high mid low");
}

}  // namespace
}  // namespace lq::eval
