#include "runtime/bundle/verify.h"

#include <functional>

#include <gtest/gtest.h>

#include "tests/support/bundle/plan_builder.h"
#include "tests/support/bundle/sample_bundle.h"

namespace lq::bundle {
namespace {

struct Harm {
  const char* what;
  std::function<void(plan::Plan&)> change;
  const char* problem;
};

plan::ExprId Find(const plan::Plan& plan, plan::ExprOp op) {
  const auto& nodes = plan.expressions.nodes;
  for (plan::ExprId id = 0; id < nodes.size(); ++id) {
    if (nodes[id].op == op)
      return id;
  }
  throw std::runtime_error("no such expression");
}

// Adds a test of each of the last patterns.
void PatternsTested(plan::Plan& plan, std::size_t count) {
  test::PlanBuilder builder(plan);
  const plan::ExprId email = builder.Field(0, plan.schema.fields[0].type);
  const std::size_t patterns = plan.terms.patterns.size();
  for (std::size_t i = patterns - count; i < patterns; ++i)
    builder.Matches(email, static_cast<std::uint32_t>(i), false);
}

const Harm kHarms[] = {
    {"no outcome", [](plan::Plan& p) { p.otherwise_outcome = 99; },
     "its `otherwise` is no outcome"},
    {"a rule for nothing", [](plan::Plan& p) { p.rules.back().outcome = 99; },
     "does not fit among the others"},
    {"rules out of order", [](plan::Plan& p) { std::swap(p.rules.front(), p.rules.back()); }, ""},
    {"a rule overrides itself",
     [](plan::Plan& p) {
       p.rules[0].overriders = {0};
       p.overridden.push_back(0);
     },
     "override each other in a circle"},
    {"an overridden rule that is not listed",
     [](plan::Plan& p) {
       p.overridden.clear();
       p.rules[0].overriders = {1};
     },
     "is not listed as one"},
    {"two rules with one condition", [](plan::Plan& p) { p.rules[1].when = p.rules[0].when; },
     "a condition stands in two places"},
    {"a condition that is not there", [](plan::Plan& p) { p.rules[0].when = 1'000'000; },
     "a condition stands in two places, or is not there"},
    {"a condition within itself",
     [](plan::Plan& p) {
       p.terms.residuals.push_back(
           {plan::Residual::Kind::kNode, static_cast<std::uint32_t>(p.terms.nodes.size()), false});
       p.terms.terms.push_back({static_cast<std::uint32_t>(p.terms.dense.size()), 0,
                                static_cast<std::uint32_t>(p.terms.residuals.size() - 1), 1});
       p.terms.nodes.push_back({static_cast<plan::TermId>(p.terms.terms.size() - 1), 1});
     },
     "something in it reads itself"},
    {"tests of nothing", [](plan::Plan& p) { p.terms.terms[0].dense_count += 1'000'000; },
     "a term's tests are not there"},
    {"a test of another field", [](plan::Plan& p) { p.terms.field_tests[0].field ^= 1; }, ""},
    {"a constant that is not there", [](plan::Plan& p) { p.terms.operands[0] = 1'000'000; },
     "a test compares with what is not there"},
    {"a column that nothing tests",
     [](plan::Plan& p) { p.terms.columns.push_back(p.terms.columns[0]); },
     "no test belongs to a column"},
    {"a strength beyond all", [](plan::Plan& p) { p.rules[0].strength = -2147483647 - 1; },
     "does not fit among the others"},
    {"a field of no type", [](plan::Plan& p) { p.schema.fields[0].type.places = 9; },
     "the type of the field"},
    {"a field whose range is upside down",
     [](plan::Plan& p) {
       for (plan::SchemaField& field : p.schema.fields) {
         field.type.low = 5;
         field.type.high = 4;
       }
     },
     "the type of the field"},
    {"two fields of one path",
     [](plan::Plan& p) { p.schema.fields[1].path = p.schema.fields[0].path; },
     "the path of a field is there twice"},
    {"an expression of another type",
     [](plan::Plan& p) {
       p.expressions.nodes[Find(p, plan::ExprOp::kField)].type = {.kind = TypeKind::kList};
     },
     "gives what its type has not"},
    {"an enum's value that it does not have",
     [](plan::Plan& p) {
       for (plan::Expr& expr : p.expressions.nodes) {
         if (expr.op == plan::ExprOp::kConstant && expr.type.kind == TypeKind::kEnum)
           expr.value = Value::Number(1'000'000);
       }
     },
     "gives what its type has not"},
    {"a function that is not there",
     [](plan::Plan& p) { p.expressions.nodes[0].op = plan::ExprOp::kCall; }, ""},
    {"an expression that is part of itself",
     [](plan::Plan& p) {
       plan::Expr sum;
       sum.op = plan::ExprOp::kAdd;
       sum.type.kind = TypeKind::kInteger;
       sum.first_child = static_cast<std::uint32_t>(p.expressions.children.size());
       sum.child_count = 2;
       const auto self = static_cast<plan::ExprId>(p.expressions.nodes.size());
       p.expressions.children.insert(p.expressions.children.end(), {self, self});
       p.expressions.nodes.push_back(sum);
     },
     "an expression is part of two, or of itself"},
    {"a pattern that is none",
     [](plan::Plan& p) {
       p.terms.patterns.emplace_back("((");
       PatternsTested(p, 1);
     },
     "a pattern of it is none"},
    {"an outcome compared by a pattern",
     [](plan::Plan& p) {
       plan::Atom outcome;
       outcome.kind = plan::Atom::Kind::kOutcome;
       outcome.pattern = 1'000'000;
       p.terms.atoms.push_back(outcome);
     },
     "a test compares what cannot be compared"},
    {"a score that goes down", [](plan::Plan& p) { p.scores.push_back({"s", 9, 1, 0, {}}); },
     "the score `s` has no range"},
    {"a lookup without keys", [](plan::Plan& p) { p.lookups.emplace_back(); },
     "the rows of a lookup do not have one value a key"},
    {"an output of nothing", [](plan::Plan& p) { p.outputs.push_back({"o", plan::kNone, 99}); },
     "an output has neither a value nor a content"},
    {"an output of the confidence",
     [](plan::Plan& p) {
       plan::Expr confidence;
       confidence.op = plan::ExprOp::kConfidence;
       confidence.type = {.kind = TypeKind::kPercent, .places = 2, .high = 10'000};
       confidence.first_child = static_cast<std::uint32_t>(p.expressions.children.size());
       p.expressions.nodes.push_back(confidence);
       p.outputs.push_back(
           {"o", static_cast<plan::ExprId>(p.expressions.nodes.size() - 1), plan::kNone});
     },
     "something other than a guard reads the decision"},
};

class Verifying : public testing::TestWithParam<Harm> {};

TEST_P(Verifying, FindsIt) {
  plan::Plan plan = SamplePlan("inbound_demo");
  ASSERT_EQ(Verify(plan), "");
  GetParam().change(plan);
  const std::string problem = Verify(plan);
  EXPECT_NE(problem, "") << GetParam().what;
  EXPECT_NE(problem.find(GetParam().problem), std::string::npos)
      << GetParam().what << ": " << problem;
}

INSTANTIATE_TEST_SUITE_P(All, Verifying, testing::ValuesIn(kHarms));

}  // namespace
}  // namespace lq::bundle
