#include "compiler/base/number_set.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>

namespace lq {
namespace {

constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kGreatest = std::numeric_limits<std::int64_t>::max();

TEST(NumberSet, RangesAreSortedAndJoined) {
  EXPECT_EQ(MakeNumberSet({{5, 9}, {1, 2}, {3, 4}}), (NumberSet{{1, 9}}));
  EXPECT_EQ(MakeNumberSet({{5, 9}, {1, 3}, {2, 2}}), (NumberSet{{1, 3}, {5, 9}}));
  EXPECT_EQ(MakeNumberSet({{9, 5}}), NumberSet{});
  EXPECT_EQ(MakeNumberSet({{kLeast, 0}, {1, kGreatest}}), (NumberSet{{kLeast, kGreatest}}));
}

TEST(NumberSet, Intersections) {
  EXPECT_EQ(Intersection({{1, 5}, {8, 9}}, {{4, 8}}), (NumberSet{{4, 5}, {8, 8}}));
  EXPECT_EQ(Intersection({{1, 5}}, {{6, 8}}), NumberSet{});
}

TEST(NumberSet, Unions) {
  EXPECT_EQ(Union({{1, 5}}, {{6, 8}, {20, 30}}), (NumberSet{{1, 8}, {20, 30}}));
  EXPECT_EQ(Union({}, {{1, 1}}), (NumberSet{{1, 1}}));
}

TEST(NumberSet, Complements) {
  EXPECT_EQ(Complement({{1, 5}}, {0, 9}), (NumberSet{{0, 0}, {6, 9}}));
  EXPECT_EQ(Complement({}, {0, 9}), (NumberSet{{0, 9}}));
  EXPECT_EQ(Complement({{0, 9}}, {0, 9}), NumberSet{});
  EXPECT_EQ(Complement({{kLeast, 0}}, {kLeast, kGreatest}), (NumberSet{{1, kGreatest}}));
  EXPECT_EQ(Complement({{1, kGreatest}}, {kLeast, kGreatest}), (NumberSet{{kLeast, 0}}));
}

}  // namespace
}  // namespace lq
