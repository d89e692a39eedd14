#include "tools/testkit/coverage/coverage.h"

#include <gtest/gtest.h>

#include "tests/support/coverage/tested_policy.h"

namespace lq::testkit {
namespace {

using test::TestedPolicy;

std::string Rule(const std::string& when) {
  return "rule r\n choose sales strongly\n when " + when + "\n reason R\n";
}

std::string Test(const std::string& given, const std::string& expect) {
  static int number = 0;
  return "test \"" + std::to_string(++number) + "\"\n given " + given + "\n expect " + expect +
         "\n";
}

struct Case {
  const char* name;
  std::string statements;
  std::string tests;
  Measure measure;
  // One a line.
  const char* missing;
};

class CoverageTest : public testing::TestWithParam<Case> {};

TEST_P(CoverageTest, NamesWhatNoTestReached) {
  const TestedPolicy policy(GetParam().statements, GetParam().tests);
  ASSERT_EQ(policy.problems(), "");
  EXPECT_EQ(policy.Missing(GetParam().measure), GetParam().missing);
}

const std::string kBoth = "size at least 20 and role is manager";
const std::string kEither = "size at least 20 or role is manager";

INSTANTIATE_TEST_SUITE_P(
    Measures, CoverageTest,
    testing::Values(
        Case{"ARuleThatDecided", Rule("visits at least 5"), Test("typical", "sales"),
             Measure::kRule, "it does not fire\n"},
        Case{"ARuleThatFiresAndIsOutrankedDoesNotDecide",
             Rule("visits at least 5") +
                 "rule weaker\n choose nurture strongly\n when visits at least 5\n reason W\n",
             Test("typical", "sales") + Test("typical but visits 1", "nurture"), Measure::kRule,
             "it decides\n"},
        Case{"AnOptionalFieldMayBeUnknown", Rule("size at least 20"),
             Test("typical", "sales") + Test("typical but size 1", "nurture"), Measure::kRule,
             "it cannot be told whether it fires\n"},
        Case{"AComparisonInThreeValues", Rule(kBoth), Test("typical", "sales"), Measure::kCondition,
             "`size at least 20` does not hold\n`size at least 20` cannot be told\n"
             "`role is manager` does not hold\n`role is manager` cannot be told\n"},
        Case{"IsNotIsOneComparison", Rule("role is not manager"), Test("typical", "nurture"),
             Measure::kCondition,
             "`role is not manager` holds\n`role is not manager` cannot be told\n"},
        Case{"TheSameComparisonTurnedAroundElsewhere",
             Rule("role is not manager") +
                 "rule s\n choose sales fairly\n when role is manager\n reason S\n",
             Test("typical", "sales"), Measure::kCondition,
             "`role is not manager` holds\n`role is not manager` cannot be told\n"
             "`role is manager` does not hold\n`role is manager` cannot be told\n"},
        Case{"WhetherSomethingIsKnownCanAlwaysBeTold",
             "score fit from 0 to 100\n add 30 when role is known\n" + Rule("fit at least 30"),
             Test("typical", "sales") + Test("typical but role missing", "nurture"),
             Measure::kCondition, ""},
        Case{"ARowThatIsAssumedGivesItsValue",
             "enum tier_kind of big, small\ntable tier gives one of tier_kind hit first\n"
             " if unknown assume yes\n | size | tier |\n | at least 50 | big |\n"
             " | any | small |\n" +
                 Rule("tier is big"),
             Test("typical but size missing", "sales") + Test("typical but size 3", "nurture"),
             Measure::kRow, ""},
        Case{"UnlessIsNoPartOfTheComparison",
             "rule r\n choose sales strongly\n when visits at least 5\n unless role is manager\n "
             "reason R\n",
             Test("typical", "nurture"), Measure::kCondition,
             "`visits at least 5` does not hold\n`role is manager` does not hold\n"
             "`role is manager` cannot be told\n"},
        Case{"AComparisonOfADefineIsCountedOnce",
             "define fits when size at least 20\n" + Rule("fits and visits at least 5"),
             Test("typical", "sales"), Measure::kCondition,
             "`visits at least 5` does not hold\n`size at least 20` does not hold\n"
             "`size at least 20` cannot be told\n"},
        Case{"OneTestTurnsNothing", Rule(kBoth), Test("typical", "sales"), Measure::kMcdc,
             "`size at least 20` alone turns it\n`role is manager` alone turns it\n"},
        Case{"AndIsTurnedFromBothHolding", Rule(kBoth),
             Test("typical", "sales") + Test("typical but size 1", "nurture") +
                 Test("typical but role owner", "nurture"),
             Measure::kMcdc, ""},
        Case{"TwoChangesAtOnceTurnNothingAlone", Rule(kBoth),
             Test("typical", "sales") + Test("typical but size 1, role owner", "nurture"),
             Measure::kMcdc,
             "`size at least 20` alone turns it\n`role is manager` alone turns it\n"},
        Case{"OrIsTurnedFromNeitherHolding", Rule(kEither),
             Test("typical", "sales") + Test("typical but size 1", "sales") +
                 Test("typical but size 1, role owner", "nurture"),
             Measure::kMcdc, "`size at least 20` alone turns it\n"},
        Case{"WhatCannotBeToldTurnsNothing", Rule(kBoth),
             Test("typical", "sales") + Test("typical but size missing", "ask_more"),
             Measure::kMcdc,
             "`size at least 20` alone turns it\n`role is manager` alone turns it\n"},
        Case{"BoundariesOnBelowAndAbove", Rule("visits at least 5"),
             Test("typical", "sales") + Test("typical but visits 7", "sales"), Measure::kBoundary,
             "`visits` is 4\n`visits` is 6\n"},
        Case{"BeyondTheRangeThereIsNoBoundary", Rule("visits at least 100"),
             Test("typical", "nurture"), Measure::kBoundary, "`visits` is 100\n`visits` is 99\n"},
        Case{"BandsAreOnNoBoundary", Rule("visits at least 5"),
             Test("typical but visits 5 to 6", "sales"), Measure::kBoundary,
             "`visits` is 5\n`visits` is 4\n`visits` is 6\n"},
        Case{"AScoreHasTheBoundariesThatItCanComeTo",
             "score fit from 0 to 100\n add 30 when visits at least 5\n add 20 when role is "
             "manager\n" +
                 Rule("fit at least 50"),
             Test("typical but visits 1", "nurture"), Measure::kBoundary,
             "`fit` is 50\n`visits` is 5\n`visits` is 4\n`visits` is 6\n"},
        Case{"AnEdgeTestIsAnotherThanTheHappyOne", Rule("visits at least 5"),
             Test("typical", "sales") + Test("typical but visits 1", "nurture"),
             Measure::kThreePerRule,
             "a value is on or next to one of its boundaries: the edge test, beside the other "
             "two\n"},
        Case{"ThreeTestsAreEnough", Rule("visits at least 5"),
             Test("typical", "sales") + Test("typical but visits 7", "sales") +
                 Test("typical but visits 1", "nurture"),
             Measure::kThreePerRule, ""},
        Case{"ANegativeTestIsOneComparisonAway", Rule(kBoth),
             Test("typical", "sales") + Test("typical but size missing", "ask_more") +
                 Test("typical but size 1, role owner", "nurture"),
             Measure::kThreePerRule,
             "it does not fire, and one comparison alone would make it fire: the negative test\n"},
        Case{"WhatAnEarlierRowTakesIsNoNegativeTest",
             "rules table t hit first\n | role | visits | choose | strength | reason |\n"
             " | owner | any | sales | strongly | A |\n"
             " | any | at least 5 | sales | strongly | B |\n",
             Test("typical", "sales") + Test("typical but visits 6", "sales") +
                 Test("typical but role owner, visits 4", "sales") +
                 Test("typical but role owner, visits 9", "sales"),
             Measure::kThreePerRule,
             "one of its optional fields is missing: the edge test, beside the other two\n"
             "it does not fire, and one comparison alone would make it fire: the negative test\n"},
        Case{"EvidenceHasTwoArms",
             Rule("visits at least 5") +
                 "evidence e supports sales weakly\n when role is owner\n reason E\n",
             Test("typical", "sales"), Measure::kEvidence, "it holds\n"},
        Case{"AGuardHoldsBackAndLetsPass",
             Rule("visits at least 5") + "guard g\n when role is owner\n never\n reason G\n",
             Test("typical", "sales"), Measure::kGuard, "it holds a decision back\n"},
        Case{"AnOutcomeForAReason", Rule("visits at least 5"), Test("typical", "sales"),
             Measure::kReason, "its reason is NOTHING\n"},
        Case{"APeriodOfAParameter",
             "parameter floor is 5, 7 from 2026-07-01\n" + Rule("visits at least floor"),
             Test("typical but today 2026-08-01", "nurture"), Measure::kParameter,
             "the day is before 2026-07-01\n"}),
    [](const testing::TestParamInfo<Case>& row) { return row.param.name; });

// Each score reads the one before it twice.
TEST(Coverage, NamesThatReadEachOtherAreLookedIntoOnce) {
  std::string scores = "score s0 from 0 to 9\n add 9 when visits at least 5\n";
  for (int i = 1; i < 60; ++i) {
    const std::string before = "s" + std::to_string(i - 1);
    scores += "score s" + std::to_string(i) + " from 0 to 9\n add 5 when " + before +
              " at least 5\n add 4 when " + before + " at least 6\n";
  }
  const TestedPolicy policy(scores + Rule("s59 at least 5"), testkit::Test("typical", "sales"));
  ASSERT_EQ(policy.problems(), "");
  EXPECT_EQ(policy.Missing(Measure::kRule), "it does not fire\n");
}

TEST(Tally, PercentagesAreRoundedDown) {
  EXPECT_EQ((Tally{199, 200, 0}.percent()), 99U);
  EXPECT_EQ((Tally{200, 200, 3}.percent()), 100U);
  EXPECT_EQ((Tally{0, 0, 0}.percent()), 100U);
}

}  // namespace
}  // namespace lq::testkit
