#include "tools/testkit/suggest/suggest.h"

#include <gtest/gtest.h>

#include "tests/support/coverage/tested_policy.h"

namespace lq::testkit {
namespace {

using test::TestedPolicy;

constexpr const char* kOneTest = "test \"typical\"\n given typical\n expect sales\n";

// What stays missing with the tests that are suggested, counted again from the beginning.
std::string StillMissing(const std::string& statements) {
  TestedPolicy policy(statements, kOneTest);
  if (!policy.problems().empty()) {
    return policy.problems();
  }
  MarkImpossible(policy.coverage(), policy.givens(), policy.runner());
  const Suggestions found = Suggest(policy.coverage(), policy.givens(), policy.runner());
  for (const Suggestion& suggestion : found.tests) {
    EXPECT_FALSE(suggestion.closes.empty());
    EXPECT_EQ(policy.runner().Decide(suggestion.given), "");
    policy.coverage().Take(policy.runner().last_lead(), policy.runner().last_inputs(),
                           policy.runner().last_decision());
  }
  std::string missing;
  for (std::uint8_t i = 0; i < kMeasures; ++i) {
    missing += policy.Missing(Measure{i});
  }
  return missing;
}

std::string Rule(const std::string& when) {
  return "rule r\n choose sales strongly\n when " + when + "\n reason R\n";
}

TEST(Suggest, ReachesEverythingOfSmallPolicies) {
  EXPECT_EQ(StillMissing(Rule("visits at least 5")), "");
  EXPECT_EQ(StillMissing(Rule("size at least 20 and role in [manager, owner]")), "");
  EXPECT_EQ(StillMissing(Rule("(size at least 20 or visits more than 3) and (role is manager or "
                              "country is DE)")),
            "");
  EXPECT_EQ(StillMissing("rule r\n choose sales strongly\n when visits at least 5\n unless role is "
                         "student\n reason R\n"),
            "");
  EXPECT_EQ(StillMissing("define fits when size at least 20 or country is AT\n" +
                         Rule("fits and not role is student")),
            "");
  EXPECT_EQ(
      StillMissing("parameter floor is 5, 7 from 2026-07-01\n" + Rule("visits at least floor")),
      "");
  EXPECT_EQ(StillMissing("toggle strict default off\n" + Rule("visits at least 5 or strict is on")),
            "");
}

TEST(Suggest, ReachesConjunctionsFarFromEveryTest) {
  EXPECT_EQ(StillMissing(Rule("visits at least 5") +
                         "rule far\n choose sales strongly\n when visits at most 1 and size is 7 "
                         "and role is owner and country is AT\n reason FAR\n"),
            "");
}

// Only with three of four pieces of evidence at once, and against each other.
TEST(Suggest, ReachesAGuardOnTension) {
  EXPECT_EQ(StillMissing(Rule("visits at least 5") +
                         "evidence a supports sales by 2 points\n when role is owner\n reason A\n"
                         "evidence b supports sales by 2 points\n when country is AT\n reason B\n"
                         "evidence c weakens sales by 4 points\n when size at most 3\n reason C\n"
                         "guard g\n when tension at least 4 points\n never\n reason G\n"),
            "");
}

// The first comparison holding makes the second hold: no two leads differ in the first alone and in
// the answer.
TEST(Suggest, PairsThatCannotExistAreNotCounted) {
  TestedPolicy policy(Rule("visits at least 5 or visits at least 2"), kOneTest);
  ASSERT_EQ(policy.problems(), "");
  EXPECT_NE(policy.Missing(Measure::kMcdc), "");
  MarkImpossible(policy.coverage(), policy.givens(), policy.runner());
  EXPECT_EQ(policy.Missing(Measure::kMcdc), "`visits at least 2` alone turns it\n");
  const Tallies tallies = policy.coverage().Count();
  EXPECT_EQ(tallies.all[static_cast<std::size_t>(Measure::kMcdc)].impossible, 1U);
}

// A text that holds both words exists, though no comparison names it.
TEST(Suggest, WhatLooksIntoTextsIsNeverShownToBeImpossible) {
  TestedPolicy policy(Rule("email contains \"vp\" and email contains \"sales\""),
                      "test \"typical\"\n given typical\n expect nurture\n");
  ASSERT_EQ(policy.problems(), "");
  MarkImpossible(policy.coverage(), policy.givens(), policy.runner());
  EXPECT_EQ(policy.Missing(Measure::kMcdc),
            "`email contains \"vp\"` alone turns it\n`email contains \"sales\"` alone turns it\n");
}

// One wish makes it hold, and the rule reads nothing else.
TEST(Suggest, ASecondLeadThatCannotExistIsNotCounted) {
  TestedPolicy policy(Rule("wish is demo"), kOneTest);
  ASSERT_EQ(policy.problems(), "");
  EXPECT_EQ(policy.Missing(Measure::kThreePerRule),
            "it decides about a second lead, which differs in what it reads: the edge test\n"
            "it does not fire, and one comparison alone would make it fire: the negative test\n");
  MarkImpossible(policy.coverage(), policy.givens(), policy.runner());
  EXPECT_EQ(policy.Missing(Measure::kThreePerRule),
            "it does not fire, and one comparison alone would make it fire: the negative test\n");

  TestedPolicy two(Rule("wish in [demo, price]"), kOneTest);
  MarkImpossible(two.coverage(), two.givens(), two.runner());
  EXPECT_EQ(two.Missing(Measure::kThreePerRule),
            "it decides about a second lead, which differs in what it reads: the edge test\n"
            "it does not fire, and one comparison alone would make it fire: the negative test\n");
}

TEST(Suggest, TheSameEveryTime) {
  TestedPolicy policy(Rule("size at least 20 and role in [manager, owner]"), kOneTest);
  const Suggestions one = Suggest(policy.coverage(), policy.givens(), policy.runner());
  const Suggestions two = Suggest(policy.coverage(), policy.givens(), policy.runner());
  ASSERT_EQ(one.tests.size(), two.tests.size());
  for (std::size_t i = 0; i < one.tests.size(); ++i) {
    EXPECT_EQ(one.tests[i].closes, two.tests[i].closes);
  }
}

}  // namespace
}  // namespace lq::testkit
