#include <algorithm>

#include <gtest/gtest.h>

#include "compiler/inspect/inspection.h"

namespace lq {
namespace {

using Kind = DecisionGraph::Kind;
using Link = DecisionGraph::Link;

class DotTest : public testing::Test {
 protected:
  void SetUp() override {
    program_.policy = "p";
    program_.outcomes = {{"refuse", 905}, {"sales", 0}, {"later", 0}};
    program_.doubtful = "review";
  }

  std::string Dot() const { return DotText(program_, graph_); }
  testing::AssertionResult Draws(const std::string& text) const {
    const std::string dot = Dot();
    return dot.find(text) == std::string::npos ? testing::AssertionFailure() << dot
                                               : testing::AssertionSuccess();
  }

  ir::Program program_;
  DecisionGraph graph_;
};

TEST_F(DotTest, IsOneGraphOfThePolicy) {
  const std::string dot = Dot();
  EXPECT_EQ(dot.rfind("digraph \"p\" {\n", 0), 0);
  EXPECT_TRUE(dot.ends_with("\n}\n"));
  EXPECT_EQ(std::count(dot.begin(), dot.end(), '{'), std::count(dot.begin(), dot.end(), '}'));
}

TEST_F(DotTest, LabelsSayWhatAThingIs) {
  graph_.nodes = {{Kind::kField, "firm.size"}, {Kind::kRule, "buyer"},    {Kind::kRule, ""},
                  {Kind::kOutcome, "refuse"},  {Kind::kOutcome, "sales"}, {Kind::kHold, "review"}};
  EXPECT_TRUE(Draws("n0 [label=\"firm.size\" shape=plain];"));
  EXPECT_TRUE(Draws("n1 [label=\"rule\\nbuyer\" "));
  EXPECT_TRUE(Draws("n2 [label=\"otherwise\" "));
  EXPECT_TRUE(Draws("n3 [label=\"refuse\\nneeds 90.5%\" "));
  EXPECT_TRUE(Draws("n4 [label=\"sales\" "));
  EXPECT_TRUE(Draws("n5 [label=\"review\\nwhen doubtful\" "));
}

TEST_F(DotTest, EveryKindAndLinkHasALookOfItsOwn) {
  const Kind kinds[] = {Kind::kDefine, Kind::kScore,  Kind::kRule,    Kind::kEvidence,
                        Kind::kGuard,  Kind::kOutput, Kind::kOutcome, Kind::kHold};
  const Link links[] = {Link::kReads,   Link::kChooses,   Link::kOtherwise, Link::kSupports,
                        Link::kWeakens, Link::kOverrides, Link::kHoldsBack};
  std::vector<std::string> looks;
  for (const Kind kind : kinds) {
    graph_.nodes = {{kind, "sales"}};
    const std::string dot = Dot();
    const std::size_t look = dot.find("\" ", dot.find("label="));
    looks.push_back(dot.substr(look, dot.find('\n', look) - look));
  }
  graph_.nodes = {{Kind::kRule, "a"}, {Kind::kOutcome, "sales"}};
  for (const Link link : links) {
    graph_.edges = {{0, 1, link}};
    const std::string dot = Dot();
    looks.push_back(dot.substr(dot.find("n0 -> n1")));
  }
  std::sort(looks.begin(), looks.end());
  EXPECT_EQ(std::adjacent_find(looks.begin(), looks.end()), looks.end());
}

// In the order of their strength, wherever they stand in the graph; what is held back comes last.
TEST_F(DotTest, FieldsAtTheLeftOutcomesAtTheRight) {
  graph_.nodes = {{Kind::kHold, "review"}, {Kind::kOutcome, "later"},  {Kind::kField, "a"},
                  {Kind::kDefine, "d"},    {Kind::kOutcome, "refuse"}, {Kind::kField, "b"}};
  EXPECT_TRUE(Draws("{ rank=min; n2; n5; }\n"));
  EXPECT_TRUE(Draws("{ rank=max; n4 -> n1 -> n0 [style=invis]; }\n"));
}

}  // namespace
}  // namespace lq
