#include "compiler/counterfactual/candidate_values.h"

#include <gtest/gtest.h>

#include "runtime/value/values.h"
#include "tests/support/tiers/policy_package.h"

namespace lq {
namespace {

constexpr const char* kSchema = R"(edition 2026
schema lead version 1
enum role_kind of student, manager, owner
field email   is email required
field country is country optional
field visits  is integer from 0 to 1000 optional
field budget  is money EUR from 0 to 100000 optional
field seen    is date optional
field role    is one of role_kind optional
field note    is text at most 40 optional
field topics  is list of text at most 4 optional
field unread  is integer from 0 to 9 optional
derived site is domain of email
)";

constexpr const char* kHead = R"(edition 2026
policy p version 1
uses schema lead
outcomes strongest first
  sales, nurture
  otherwise nurture weakly because NOTHING
  undecided becomes ask_more
  doubtful  becomes review
)";

class CandidateValuesTest : public testing::Test {
 protected:
  // The candidates of a field, nearest first: "4, 6, 5".
  std::string Candidates(const std::string& condition, const std::string& field,
                         const std::string& members) {
    const std::string rule = "rule r\n choose sales strongly\n when " + condition + "\n reason R\n";
    test::PolicyPackage package({{"lead.lq", kSchema}, {"p.lq", kHead + rule}}, "p.lq");
    EXPECT_EQ(package.problems(), "");
    test::DecideInputs inputs;
    inputs.as_of = test::ParseAsOf("2026-08-01");
    package.Decide(R"({"email":"ana@firm.example")" + members + "}", inputs, {});
    return Texts(package, field, inputs.as_of);
  }

 private:
  static std::string Texts(const test::PolicyPackage& package, const std::string& path,
                           std::int64_t as_of) {
    const std::vector<ir::Field>& fields = package.program().schema.fields;
    std::uint32_t index = 0;
    while (fields[index].path != path) {
      ++index;
    }
    Arena arena;
    std::string texts;
    for (const CandidateValue& candidate :
         CandidateValues(package.program(), package.lead(), {as_of, {}, {}}, index, arena)) {
      texts += texts.empty() ? "" : ", ";
      if (candidate.value.missing()) {
        texts += "missing";
      } else {
        AppendPossibleText(fields[index].type, candidate.value, texts);
      }
    }
    return texts;
  }
};

TEST_F(CandidateValuesTest, NumbersAtEachBoundaryNearestFirst) {
  EXPECT_EQ(Candidates("visits at least 10", "visits", R"(,"visits":40)"), "11, 10, 9");
  EXPECT_EQ(Candidates("visits at least 10", "visits", R"(,"visits":10)"), "9, 11");
  EXPECT_EQ(Candidates("budget at least 100 EUR", "budget", R"(,"budget":5)"),
            "99.99 EUR, 100.00 EUR, 100.01 EUR");
}

TEST_F(CandidateValuesTest, WhatTheLeadLeavesPossibleComesFirst) {
  EXPECT_EQ(Candidates("visits between 10 and 20", "visits", R"(,"visits":{"from":20,"to":90})"),
            "20, 21, 19, 11, 10, 9");
}

TEST_F(CandidateValuesTest, StaysWithinTheRange) {
  EXPECT_EQ(Candidates("visits at least 1000", "visits", R"(,"visits":3)"), "999, 1000");
}

TEST_F(CandidateValuesTest, WhereAnExpressionCrossesAConstant) {
  // 14 days before the first of August.
  const std::string dates =
      Candidates("days since seen at most 14", "seen", R"(,"seen":"2026-07-01")");
  EXPECT_NE(dates.find("2026-07-17, 2026-07-18"), std::string::npos) << dates;
  EXPECT_EQ(Candidates("visits times 3 at least 10", "visits", R"(,"visits":0)"), "2, 3, 4, 5");
}

TEST_F(CandidateValuesTest, EveryNameOfAnEnum) {
  EXPECT_EQ(Candidates("role is owner", "role", R"(,"role":"student")"), "manager, owner");
}

TEST_F(CandidateValuesTest, AnAddressMovesToTheDomainsThatAreNamed) {
  EXPECT_EQ(Candidates("site is \"rival.example\"", "email", ""),
            "ana@another.example, ana@rival.example, first.last@firm.example");
}

TEST_F(CandidateValuesTest, TextsAndListsThatAreNamed) {
  EXPECT_EQ(Candidates("note contains \"urgent\"", "note", R"(,"note":"hello")"),
            "another text, urgent");
  EXPECT_EQ(Candidates("topics has any of [\"ads\"]", "topics", R"(,"topics":["crm"])"),
            "none, ads, crm, ads");
}

TEST_F(CandidateValuesTest, MissingOnlyWhereItIsAskedFor) {
  EXPECT_EQ(Candidates("role is known", "role", R"(,"role":"owner")"), "student, manager, missing");
}

TEST_F(CandidateValuesTest, NothingForAFieldThatNobodyReads) {
  EXPECT_EQ(Candidates("visits at least 10", "unread", R"(,"unread":3)"), "");
}

}  // namespace
}  // namespace lq
