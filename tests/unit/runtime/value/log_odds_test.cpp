#include "runtime/value/log_odds.h"

#include <cmath>
#include <cstdlib>

#include <gtest/gtest.h>

namespace lq {
namespace {

TEST(LogOdds, EqualsItsFormula) {
  for (int p = 1; p <= 999; ++p) {
    const long double exact = 10'000.0L * std::log10(static_cast<long double>(p) / (1000 - p));
    EXPECT_EQ(LogOdds(p), std::llround(exact)) << p;
    // No value is so near a half that the arithmetic of this test could be in doubt.
    EXPECT_GT(std::fabs(std::fabs(exact - std::trunc(exact)) - 0.5L), 1e-9L) << p;
  }
}

TEST(LogOdds, HasTheWordsOfTheLanguage) {
  EXPECT_EQ(LogOdds(500), 0);
  EXPECT_EQ(LogOdds(550), 872);
  EXPECT_EQ(LogOdds(670), 3076);
  EXPECT_EQ(LogOdds(800), 6021);
  EXPECT_EQ(LogOdds(950), 12'788);
  EXPECT_EQ(LogOdds(999), 29'996);
}

// The definition, by search over the whole table.
int Expected(std::int64_t points) {
  int best = 500;
  for (int p = 1; p <= 999; ++p) {
    const std::int64_t distance = std::abs(LogOdds(p) - points);
    const std::int64_t best_distance = std::abs(LogOdds(best) - points);
    const bool nearer_the_middle = std::abs(p - 500) < std::abs(best - 500);
    if (distance < best_distance || (distance == best_distance && nearer_the_middle)) {
      best = p;
    }
  }
  return best;
}

TEST(ConfidenceOf, IsTheNearest) {
  for (std::int64_t points = -30'100; points <= 30'100; points += 7) {
    ASSERT_EQ(ConfidenceOf(points), Expected(points)) << points;
  }
}

TEST(ConfidenceOf, IsSymmetricMonotoneAndBounded) {
  int before = 1;
  for (std::int64_t points = -31'000; points <= 31'000; ++points) {
    const int p = ConfidenceOf(points);
    ASSERT_EQ(p + ConfidenceOf(-points), 1000) << points;
    ASSERT_LE(before, p) << points;
    before = p;
  }
  EXPECT_EQ(ConfidenceOf(INT64_MIN), 1);
  EXPECT_EQ(ConfidenceOf(INT64_MAX), 999);
}

TEST(ConfidenceOf, TurnsEachStrengthBack) {
  for (int p = 1; p <= 999; ++p) {
    EXPECT_EQ(ConfidenceOf(LogOdds(p)), p);
  }
}

}  // namespace
}  // namespace lq
