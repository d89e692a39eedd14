#include <pthread.h>

#include <functional>

#include <gtest/gtest.h>

#include "runtime/bundle/bundle.h"
#include "tests/support/bundle/plan_builder.h"
#include "tests/support/bundle/sample_bundle.h"
#include "tests/support/bundle/try_bundle.h"

namespace lq::bundle {
namespace {

using plan::ExprOp;
using test::PlanBuilder;

// Half of what threads of macOS and of many a virtual machine have. Sanitizers need many times as
// much.
#ifdef LQ_SANITIZED
constexpr std::size_t kStack = std::size_t{8} << 20;
#else
constexpr std::size_t kStack = std::size_t{256} << 10;
#endif

constexpr std::uint32_t kSeats = 2;

// Makes something that reads what it is given, one level up; or, of a condition, nests it.
using Deepen = std::function<plan::ExprId(PlanBuilder&, plan::ExprId)>;

struct Shape {
  const char* name;
  // How many levels of a plan one step goes down.
  int levels;
  Deepen deepen;
};

const Shape kShapes[] = {
    {"sums", 1,
     [](PlanBuilder& b, plan::ExprId id) { return b.Combine(ExprOp::kAdd, b.Constant(0), id); }},
    {"shares", 1,
     [](PlanBuilder& b, plan::ExprId id) {
       return b.Combine(ExprOp::kPercentOf, b.Constant(10'000), id);
     }},
    {"calls", 1, [](PlanBuilder& b, plan::ExprId id) { return b.Call(b.Constant(0), id); }},
    {"derived", 2, [](PlanBuilder& b, plan::ExprId id) { return b.Derived(id); }},
    {"scores", 4,
     [](PlanBuilder& b, plan::ExprId id) { return b.Score(b.OfAtom(b.AtLeastOne(id))); }},
    {"tables", 4,
     [](PlanBuilder& b, plan::ExprId id) { return b.Table(b.OfAtom(b.AtLeastOne(id))); }},
};

plan::Plan Deep(const Shape& shape, int levels) {
  plan::Plan plan = SamplePlan("hello");
  PlanBuilder builder(plan);
  plan::ExprId id = builder.Field(kSeats, plan.schema.fields[kSeats].type);
  for (int i = 0; i < levels / shape.levels; ++i)
    id = shape.deepen(builder, id);
  builder.Support(builder.OfAtom(builder.AtLeastOne(id)));
  return plan;
}

plan::Plan DeepNodes(int levels) {
  plan::Plan plan = SamplePlan("hello");
  PlanBuilder builder(plan);
  const plan::ExprId seats = builder.Field(kSeats, plan.schema.fields[kSeats].type);
  plan::NodeId node = builder.OfAtom(builder.AtLeastOne(seats));
  for (int i = 0; i < levels; ++i)
    node = builder.OfNode(node);
  builder.Support(node);
  return plan;
}

// Whether a bundle is taken; then it decides, too, on a small stack.
bool TryOnSmallStack(const plan::Plan& plan) {
  struct Work {
    std::string bytes;
    bool taken = false;
  } work{WriteBundle(plan)};
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, kStack);
  pthread_t thread;
  const auto run = [](void* data) -> void* {
    auto* const of = static_cast<Work*>(data);
    of->taken = test::TryBundle(of->bytes);
    return nullptr;
  };
  const bool started = pthread_create(&thread, &attributes, run, &work) == 0;
  pthread_attr_destroy(&attributes);
  EXPECT_TRUE(started);
  if (started)
    pthread_join(thread, nullptr);
  return work.taken;
}

class Stack : public testing::TestWithParam<Shape> {};

// The condition of the evidence and its atom are levels, too.
TEST_P(Stack, IsEnoughForTheDeepestPlanThatIsTaken) {
  const Shape& shape = GetParam();
  EXPECT_TRUE(TryOnSmallStack(Deep(shape, 496)));
  EXPECT_FALSE(TryOnSmallStack(Deep(shape, 504)));
}

INSTANTIATE_TEST_SUITE_P(Shapes, Stack, testing::ValuesIn(kShapes),
                         [](const auto& shape) { return shape.param.name; });

TEST(Stack, IsEnoughForTheDeepestConditionThatIsTaken) {
  EXPECT_TRUE(TryOnSmallStack(DeepNodes(496)));
  EXPECT_FALSE(TryOnSmallStack(DeepNodes(504)));
}

// `seats + 0 - 0 * 1 …` as the language chains it: the first operand is what stands before.
TEST(Stack, IsEnoughForChainsOfAnyLength) {
  constexpr ExprOp kOps[] = {ExprOp::kAdd, ExprOp::kMultiply, ExprOp::kSubtract, ExprOp::kDivide};
  plan::Plan plan = SamplePlan("hello");
  PlanBuilder builder(plan);
  plan::ExprId id = builder.Field(kSeats, plan.schema.fields[kSeats].type);
  for (int i = 0; i < 100'000; ++i) {
    // Of quotients what rounding may add up to is counted, and leaves the type in the end.
    const ExprOp op = kOps[i % (i < 1'000 ? 4 : 3)];
    const bool sum = op == ExprOp::kAdd || op == ExprOp::kSubtract;
    id = builder.Combine(op, id, builder.Constant(sum ? 0 : 1));
  }
  builder.Print(id);
  builder.Support(builder.OfAtom(builder.AtLeastOne(id)));
  EXPECT_TRUE(TryOnSmallStack(plan));
}

}  // namespace
}  // namespace lq::bundle
