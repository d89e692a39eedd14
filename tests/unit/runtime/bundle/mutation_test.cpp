#include <random>

#include <gtest/gtest.h>

#include "tests/support/bundle/mutate_bundle.h"
#include "tests/support/bundle/sample_bundle.h"
#include "tests/support/bundle/try_bundle.h"

namespace lq::bundle {
namespace {

// Of sanitizers this asks the most: build it by the preset asan-ubsan.
TEST(Mutations, AreRefusedOrDecide) {
  constexpr int kMutationsOfEach = 2'500;
  std::mt19937_64 random(1);
  for (const char* name : {"hello", "crm", "inbound_demo", "partner_leads"}) {
    const std::string good = SampleBytes(name);
    ASSERT_TRUE(test::TryBundle(good));
    int taken = 0;
    for (int i = 0; i < kMutationsOfEach; ++i)
      taken += test::TryBundle(test::Mutate(good, random)) ? 1 : 0;
    EXPECT_LT(taken, kMutationsOfEach / 5);
  }
}

}  // namespace
}  // namespace lq::bundle
