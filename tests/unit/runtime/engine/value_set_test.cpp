#include "runtime/engine/value_set.h"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

namespace lq::engine {
namespace {

constexpr Interval kDomain{-8, 8};

bool Has(const ValueSet& set, std::int64_t value) {
  for (const Interval& interval : set) {
    if (interval.low <= value && value <= interval.high)
      return true;
  }
  return false;
}

ValueSet RandomSet(std::mt19937& random) {
  std::vector<Interval> intervals;
  for (unsigned i = random() % 4; i > 0; --i) {
    const std::int64_t low = static_cast<std::int64_t>(random() % 17) - 8;
    const std::int64_t high = low + static_cast<std::int64_t>(random() % 5) - 1;
    intervals.push_back({low, std::min(high, kDomain.high)});
  }
  return MakeSet(intervals);
}

// Disjoint, ascending, and with a gap between neighbours.
bool IsNormal(const ValueSet& set) {
  for (std::size_t i = 0; i < set.size(); ++i) {
    if (set[i].low > set[i].high)
      return false;
    if (i > 0 && set[i].low <= set[i - 1].high + 1)
      return false;
  }
  return true;
}

TEST(ValueSet, AgreesWithMembershipOneValueAtATime) {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    const ValueSet a = RandomSet(random);
    const ValueSet b = RandomSet(random);
    std::vector<Interval> intervals = a;
    intervals.insert(intervals.end(), b.begin(), b.end());
    const ValueSet either = MakeSet(std::move(intervals));
    const ValueSet rest = Complement(a, kDomain);
    ASSERT_TRUE(IsNormal(a) && IsNormal(either) && IsNormal(rest));
    for (std::int64_t value = kDomain.low; value <= kDomain.high; ++value) {
      ASSERT_EQ(Has(either, value), Has(a, value) || Has(b, value)) << value;
      ASSERT_EQ(Has(rest, value), !Has(a, value)) << value;
    }
  }
}

}  // namespace
}  // namespace lq::engine
