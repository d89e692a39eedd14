#include "compiler/inspect/inspection.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/support/tiers/policy_package.h"

namespace lq {
namespace {

using Kind = DecisionGraph::Kind;
using Link = DecisionGraph::Link;

constexpr const char* kSchema = R"(edition 2026
schema lead version 1
field email  is email required identifies
field seats  is integer from 0 to 1000 optional
field visits is integer from 0 to 1000 optional
field unread is integer from 0 to 1000 optional
derived host is domain of email
)";

constexpr const char* kPolicy = R"(edition 2026
policy p version 1
uses schema lead
outcomes strongest first
  refuse, sales
  otherwise sales weakly because NOTHING
  undecided becomes ask_more
  doubtful  becomes review
toggle strict default on
define large when seats at least 100
score fit from 0 to 100
  begins at 0
  add 10 when large because FIT_LARGE
  add 5 when visits is known because FIT_VISITS
rule buyer
  choose sales strongly
  when large and fit at least 10
  reason BUYER
rule rival
  choose refuse strongly
  when host is "rival.example" and strict is on
  overrides buyer
  reason RIVAL
rule hasty
  choose sales fairly
  when visits at least 3
  if unknown assume no
  reason BUYER
rules table by_visits
  | visits  | choose | reason |
  | is 0    | sales  | NEW    |
evidence keen supports sales fairly
  when visits at least 5
  reason KEEN
  otherwise weakens weakly because NOT_KEEN
)";

class InspectionTest : public testing::Test {
 protected:
  void SetUp() override { ASSERT_EQ(package_.problems(), ""); }

  bool Has(const std::string& from, Link link, const std::string& to) const {
    return std::any_of(graph().edges.begin(), graph().edges.end(),
                       [&](const DecisionGraph::Edge& edge) {
                         return edge.link == link && NodeTitle(graph().nodes[edge.from]) == from &&
                                NodeTitle(graph().nodes[edge.to]) == to;
                       });
  }
  std::vector<std::string> Readers(Kind kind, const std::string& name) const {
    std::vector<std::string> readers = ReadersOf(graph(), kind, name);
    std::sort(readers.begin(), readers.end());
    return readers;
  }
  const DecisionGraph& graph() const { return inspection_.graph; }

  test::PolicyPackage package_{{{"lead.lq", kSchema}, {"p.lq", kPolicy}}, "p.lq"};
  Inspection inspection_ = Inspect(package_.program());
};

using Names = std::vector<std::string>;

TEST_F(InspectionTest, WhatReadsWhat) {
  EXPECT_EQ(Readers(Kind::kField, "email"), Names{"derived host"});
  EXPECT_EQ(Readers(Kind::kField, "seats"), Names{"define large"});
  EXPECT_EQ(Readers(Kind::kField, "visits"),
            (Names{"evidence keen", "rule hasty", "score fit", "table by_visits"}));
  EXPECT_EQ(Readers(Kind::kField, "unread"), Names{});
  EXPECT_EQ(Readers(Kind::kDerived, "host"), Names{"rule rival"});
  EXPECT_EQ(Readers(Kind::kDefine, "large"), (Names{"rule buyer", "score fit"}));
  EXPECT_EQ(Readers(Kind::kScore, "fit"), Names{"rule buyer"});
  EXPECT_EQ(Readers(Kind::kToggle, "strict"), Names{"rule rival"});
  // Of one kind only.
  EXPECT_EQ(Readers(Kind::kField, "host"), Names{});
}

TEST_F(InspectionTest, WhatStatementsDo) {
  EXPECT_TRUE(Has("rule buyer", Link::kChooses, "outcome sales"));
  EXPECT_TRUE(Has("rule rival", Link::kChooses, "outcome refuse"));
  EXPECT_TRUE(Has("rule rival", Link::kOverrides, "rule buyer"));
  EXPECT_TRUE(Has("table by_visits", Link::kChooses, "outcome sales"));
  EXPECT_TRUE(Has("evidence keen", Link::kSupports, "outcome sales"));
  EXPECT_FALSE(Has("rule buyer", Link::kOverrides, "rule rival"));
  EXPECT_FALSE(Has("rule buyer", Link::kChooses, "outcome refuse"));
}

TEST_F(InspectionTest, EachEdgeStandsOnce) {
  for (std::size_t i = 0; i < graph().edges.size(); ++i) {
    EXPECT_LT(graph().edges[i].from, graph().nodes.size());
    EXPECT_LT(graph().edges[i].to, graph().nodes.size());
    EXPECT_EQ(std::count(graph().edges.begin(), graph().edges.end(), graph().edges[i]), 1);
  }
}

TEST_F(InspectionTest, ReasonsByCode) {
  std::vector<std::pair<std::string, Names>> found;
  for (const InspectedReason& reason : inspection_.reasons)
    found.emplace_back(reason.code, reason.from);
  const std::vector<std::pair<std::string, Names>> wanted = {
      {"BUYER", {"rule buyer", "rule hasty"}}, {"FIT_LARGE", {"score fit"}},
      {"FIT_VISITS", {"score fit"}},           {"KEEN", {"evidence keen"}},
      {"NEW", {"table by_visits row 1"}},      {"NOTHING", {"otherwise"}},
      {"NOT_KEEN", {"evidence keen"}},         {"RIVAL", {"rule rival"}},
  };
  EXPECT_EQ(found, wanted);
}

TEST_F(InspectionTest, DependsOnAbsence) {
  Names found = inspection_.depends_on_absence;
  std::sort(found.begin(), found.end());
  EXPECT_EQ(found, (Names{"rule hasty", "score fit"}));
}

TEST(NodeTitle, NamesKindAndName) {
  EXPECT_EQ(NodeTitle({Kind::kField, "a.b"}), "field a.b");
  EXPECT_EQ(NodeTitle({Kind::kHold, "review"}), "outcome review");
  EXPECT_EQ(NodeTitle({Kind::kRule, ""}), "otherwise");
}

}  // namespace
}  // namespace lq
