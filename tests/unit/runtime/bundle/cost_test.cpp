#include <gtest/gtest.h>

#include "runtime/bundle/container.h"
#include "runtime/bundle/little_endian.h"
#include "runtime/bundle/verify.h"
#include "tests/support/bundle/plan_builder.h"
#include "tests/support/bundle/sample_bundle.h"

// Plans of which few bytes would mean a great deal of work or memory.
namespace lq::bundle {
namespace {

using test::PlanBuilder;

constexpr std::uint32_t kEmail = 0;
constexpr std::uint32_t kSeats = 2;

std::string ProblemOf(const plan::Plan& plan) {
  std::string problem;
  ReadBundle(WriteBundle(plan), problem);
  return problem;
}

TEST(Costs, OfTextsAreThoseOfTheFile) {
  plan::Plan plan = SamplePlan("hello");
  plan.languages.assign(3, std::string(20'000, 'a'));
  EXPECT_EQ(ProblemOf(plan), "");
  plan.languages.assign(100, std::string(20'000, 'a'));
  EXPECT_EQ(ProblemOf(plan),
            "it was not well made: in its section `policy` it names the same texts too often");
}

// A table of thousands of rows may give the same few long texts.
TEST(Costs, OfEqualValuesAreThoseOfOne) {
  plan::Plan plan = SamplePlan("hello");
  std::vector<std::string> links;
  for (int i = 0; i < 40; ++i)
    links.push_back("https://calendar.example/" + std::string(75, static_cast<char>('A' + i)));
  plan::Lookup lookup;
  lookup.name = "calendar";
  lookup.type.kind = TypeKind::kText;
  lookup.keys = {kSeats};
  for (std::int64_t row = 0; row < 5'000; ++row) {
    lookup.key_values.push_back(Value::Number(row + 1));
    lookup.values.push_back(Value::Text(links[static_cast<std::size_t>(row % 40)]));
  }
  lookup.otherwise = Value::Text(links[0]);
  plan.lookups.push_back(lookup);
  EXPECT_EQ(ProblemOf(plan), "");
}

// A policy names a pattern and tests it wherever it likes.
TEST(Costs, OfAPatternAreThoseOfOne) {
  plan::Plan plan = SamplePlan("hello");
  PlanBuilder builder(plan);
  plan.terms.patterns.emplace_back(4'000, 'a');
  const plan::ExprId email = builder.Field(kEmail, plan.schema.fields[kEmail].type);
  for (int i = 0; i < 1'000; ++i)
    builder.Matches(email, 0, i % 2 == 0);
  EXPECT_EQ(ProblemOf(plan), "");
}

TEST(Costs, OfPatternsAreBounded) {
  plan::Plan plan = SamplePlan("hello");
  PlanBuilder builder(plan);
  const plan::ExprId email = builder.Field(kEmail, plan.schema.fields[kEmail].type);
  for (std::uint32_t i = 0; i < 400; ++i) {
    plan.terms.patterns.push_back("(x{30}y){20}" + std::to_string(i));
    builder.Matches(email, i, false);
  }
  EXPECT_EQ(ProblemOf(plan), "it was not well made: its patterns are too large together");
}

TEST(Costs, OfAPatternAreThoseOfTheCaseThatIsTested) {
  plan::Plan plan = SamplePlan("hello");
  PlanBuilder builder(plan);
  const plan::ExprId email = builder.Field(kEmail, plan.schema.fields[kEmail].type);
  // Ignoring case, this letter is one of three, and the third takes three bytes.
  plan.terms.patterns.emplace_back(8'000, 'k');
  builder.Matches(email, 0, false);
  EXPECT_EQ(ProblemOf(plan), "");
  plan.terms.atoms.back().ignoring_case = true;
  EXPECT_EQ(ProblemOf(plan), "it was not well made: a pattern of it is none");
}

// However the plan names it: in tests, values, texts and outputs.
TEST(Costs, OfOneExpressionAreBounded) {
  plan::Plan plan = SamplePlan("hello");
  PlanBuilder builder(plan);
  plan::ExprId sum = builder.Field(kSeats, plan.schema.fields[kSeats].type);
  for (int i = 0; i < 3'000; ++i)
    sum = builder.Combine(plan::ExprOp::kAdd, sum, builder.Constant(0));
  const auto times = [&](int count, auto use) {
    plan::Plan copy = plan;
    for (int i = 0; i < count; ++i)
      use(copy);
    return ProblemOf(copy);
  };
  const auto print = [&](plan::Plan& p) { PlanBuilder(p).Print(sum); };
  const auto test = [&](plan::Plan& p) { PlanBuilder(p).AtLeastOne(sum); };
  const auto derive = [&](plan::Plan& p) { PlanBuilder(p).Derived(sum); };
  const auto say = [&](plan::Plan& p) {
    p.content.push_back({plan::Content::Of::kOwn, "say", {{"", {{"", sum, false}}}}});
  };
  const std::string problem =
      "it was not well made: its tests, values and texts read the same too often";
  EXPECT_EQ(times(20, print), "");
  EXPECT_EQ(times(1'000, print), problem);
  EXPECT_EQ(times(1'000, test), problem);
  EXPECT_EQ(times(1'000, derive), problem);
  EXPECT_EQ(times(1'000, say), problem);
}

TEST(Costs, OfColumnsAreBounded) {
  plan::Plan plan = SamplePlan("hello");
  PlanBuilder builder(plan);
  for (int i = 0; i < 3'000; ++i) {
    const std::uint32_t test = builder.FieldTest(kSeats, {builder.Constant(i)});
    builder.OfFieldTest(builder.Column(kSeats), test);
  }
  EXPECT_EQ(ProblemOf(plan), "it was not well made: too many columns test its fields");
}

TEST(Costs, OfATestOfAFieldAreThoseOfOne) {
  plan::Plan plan = SamplePlan("hello");
  PlanBuilder builder(plan);
  const std::uint32_t test = builder.FieldTest(kSeats, {builder.Constant(7)});
  const std::uint32_t column = builder.Column(kSeats);
  builder.OfFieldTest(column, test);
  EXPECT_EQ(ProblemOf(plan), "");
  builder.OfFieldTest(column, test);
  EXPECT_EQ(ProblemOf(plan), "it was not well made: a test of a field belongs to two terms");
}

TEST(Costs, OfATermAreOneTestAColumn) {
  plan::Plan plan = SamplePlan("hello");
  PlanBuilder builder(plan);
  const std::uint32_t column = builder.Column(kSeats);
  builder.OfFieldTest(column, builder.FieldTest(kSeats, {builder.Constant(7)}));
  plan.terms.dense.push_back({column, builder.FieldTest(kSeats, {builder.Constant(8)}), false});
  ++plan.terms.terms.back().dense_count;
  EXPECT_EQ(ProblemOf(plan), "it was not well made: a term has two tests in one column");
}

TEST(Costs, OfPathsAreThoseOfJsonThatIsRead) {
  const auto with = [](const std::string& path) {
    plan::Plan plan = SamplePlan("hello");
    plan.schema.fields[kSeats].path = path;
    return ProblemOf(plan);
  };
  std::string deep = "a";
  for (int i = 1; i < 64; ++i)
    deep += ".a";
  EXPECT_EQ(with(deep), "");
  const std::string problem = "it was not well made: the path of a field is none";
  EXPECT_EQ(with(deep + ".a"), problem);
  EXPECT_EQ(with(""), problem);
  EXPECT_EQ(with(".seats"), problem);
  EXPECT_EQ(with("seats."), problem);
  EXPECT_EQ(with("a..b"), problem);
}

TEST(Costs, OfObjectsOnTheWayToFieldsAreBounded) {
  plan::Plan plan = SamplePlan("hello");
  for (int i = 0; i < 200; ++i) {
    plan::SchemaField field = plan.schema.fields[kSeats];
    field.path = "f" + std::to_string(i);
    for (int level = 0; level < 40; ++level)
      field.path += ".a";
    plan.schema.fields.push_back(field);
  }
  EXPECT_EQ(ProblemOf(plan), "it was not well made: its fields stand in more than 4096 objects");
}

TEST(Costs, OfOverridingAreBounded) {
  plan::Plan plan = SamplePlan("hello");
  plan::Rule rule = plan.rules[0];
  for (std::uint32_t i = 1; i < 300; ++i) {
    rule.overriders.push_back(i - 1);
    rule.when = static_cast<plan::NodeId>(plan.terms.nodes.size());
    plan.terms.nodes.push_back({0, 0});
    plan.rules.push_back(rule);
    plan.overridden.push_back(i);
  }
  EXPECT_EQ(ProblemOf(plan), "it was not well made: too many of its rules override each other");
}

TEST(Rows, OfALookupDiffer) {
  plan::Plan plan = SamplePlan("hello");
  plan::Lookup lookup;
  lookup.name = "places";
  lookup.type = {.kind = TypeKind::kInteger, .low = 0, .high = 9};
  lookup.keys = {kSeats};
  lookup.key_values = {Value::Number(1), Value::Number(2), Value::Number(3)};
  lookup.values = {Value::Number(4), Value::Number(4), Value::Number(4)};
  lookup.otherwise = Value::Number(0);
  plan.lookups.push_back(lookup);
  EXPECT_EQ(ProblemOf(plan), "");
  plan.lookups[0].key_values[2] = Value::Number(1);
  EXPECT_EQ(ProblemOf(plan),
            "it was not well made: two rows of the lookup `places` have the same keys");
}

// What a later lq writes is no damage.
TEST(Newer, IsWhatThisReaderDoesNotKnow) {
  plan::Plan plan = SamplePlan("hello");
  PlanBuilder builder(plan);
  builder.Call(builder.Constant(1), builder.Constant(2));
  std::string bytes = WriteBundle(plan);
  Problem problem;
  ASSERT_TRUE(OpenBundle(bytes, problem).has_value()) << problem.text;
  const std::size_t name = bytes.find("max_of");
  ASSERT_NE(name, std::string::npos);
  bytes.replace(name, 6, "mox_if");
  Seal(bytes);
  EXPECT_FALSE(OpenBundle(bytes, problem).has_value());
  EXPECT_EQ(problem.kind, Problem::Kind::kNewer);
  EXPECT_EQ(problem.text,
            "in its section `expressions` it calls the function `mox_if`, which this reader does "
            "not know");
}

}  // namespace
}  // namespace lq::bundle
