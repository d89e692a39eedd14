#include "compiler/explain/nearest.h"

#include <gtest/gtest.h>

#include "compiler/explain/explain.h"
#include "compiler/explain/trace_text.h"
#include "tests/support/tiers/policy_package.h"

namespace lq {
namespace {

constexpr const char* kSchema = R"(edition 2026
schema lead version 1
field email   is email required
field country is country optional
field visits  is integer from 0 to 1000 optional
field size    is integer from 1 to 1000 optional
)";

constexpr const char* kHead = R"(edition 2026
policy p version 1
uses schema lead
outcomes strongest first
  sales, nurture
  otherwise nurture weakly because NOTHING
  undecided becomes ask_more
  doubtful  becomes review
define near when country in [DE, AT]
)";

class NearestTest : public testing::Test {
 protected:
  const Explanation& Explained(const std::string& rules, std::string_view lead) {
    package_ = std::make_unique<test::PolicyPackage>(
        std::map<std::string, std::string>{{"lead.lq", kSchema}, {"p.lq", kHead + rules}}, "p.lq");
    EXPECT_EQ(package_->problems(), "");
    package_->Decide(lead, {}, {});
    explanation_ = Explain(package_->program(), package_->sources(), package_->lead(), {});
    return explanation_;
  }

  // What keeps the first rule from holding.
  std::string Keeps(const std::string& rule, std::string_view lead) {
    std::string words;
    for (const TraceNode* node : WhatKeeps(Explained(rule, lead).rules[0].statement)) {
      words += (words.empty() ? "" : "; ") + node->words;
    }
    return words;
  }

 private:
  std::unique_ptr<test::PolicyPackage> package_;
  Explanation explanation_;
};

std::string Rule(const std::string& clauses) {
  return "rule r\n choose sales strongly\n " + clauses + "\n reason R\n";
}

constexpr const char* kLead = R"({"email":"a@b.example","country":"FR","visits":4,"size":70})";

TEST_F(NearestTest, OfAnAndListEveryPartThatDoesNotHold) {
  EXPECT_EQ(Keeps(Rule("when visits at least 10 and size at least 50 and country is DE"), kLead),
            "visits at least 10; country is DE");
}

TEST_F(NearestTest, OfAnOrListTheCheapestPart) {
  EXPECT_EQ(Keeps(Rule("when (visits at least 10 and size at least 90) or country is DE"), kLead),
            "country is DE");
}

TEST_F(NearestTest, NothingKeepsWhatHolds) {
  EXPECT_EQ(Keeps(Rule("when visits at most 10 unless country is DE"), kLead), "");
}

TEST_F(NearestTest, AnUnlessThatHoldsKeeps) {
  EXPECT_EQ(Keeps(Rule("when visits at most 10 unless country is FR and size at least 50"), kLead),
            "country is FR");
}

TEST_F(NearestTest, DefinesAndTheirOppositeAreLookedInto) {
  EXPECT_EQ(Keeps(Rule("when near"), kLead), "country in [DE, AT]");
  EXPECT_EQ(Keeps(Rule("when not near"), R"({"email":"a@b.example","country":"DE"})"),
            "country in [DE, AT]");
}

TEST_F(NearestTest, WhatCannotBeToldKeepsToo) {
  EXPECT_EQ(Keeps(Rule("when visits at least 10 and size at least 50"),
                  R"({"email":"a@b.example","size":70})"),
            "visits at least 10");
}

TEST_F(NearestTest, TheRuleWithTheFewestComparisonsToTurnIsNearest) {
  const Explanation& explanation = Explained(
      "rule far\n choose sales strongly\n when visits at least 10 and country is DE\n reason FAR\n"
      "rule close\n choose sales strongly\n when visits at least 10 and size at least 50\n"
      " reason CLOSE\n"
      "rule other\n choose nurture strongly\n when country is FR\n reason OTHER\n",
      kLead);
  const RuleTrace* nearest = NearestRule(explanation, "sales");
  ASSERT_NE(nearest, nullptr);
  EXPECT_EQ(nearest->statement.title, "rule close");
  // The rule that chose nurture holds already, and nothing else is for it.
  EXPECT_EQ(NearestRule(explanation, "nurture"), nullptr);
}

TEST_F(NearestTest, TheTraceTextIsSafeForATerminal) {
  const Explanation& explanation =
      Explained(Rule("when email is \"a@b.example\""), R"({"email":"a\u202eb@c.example"})");
  std::string text;
  for (const RuleTrace& rule : explanation.rules) {
    AppendClauses(rule.statement, {}, text);
  }
  EXPECT_EQ(text.find("\u202e"), std::string::npos) << text;
}

}  // namespace
}  // namespace lq
