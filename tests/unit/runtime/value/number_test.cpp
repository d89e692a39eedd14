#include "runtime/value/number.h"

#include <cstdint>
#include <cstdlib>
#include <limits>
#include <string>

#include <gtest/gtest.h>

namespace lq {
namespace {

constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

struct Parsed {
  NumberProblem problem;
  std::int64_t scaled;
  bool operator==(const Parsed&) const = default;
};

void PrintTo(const Parsed& parsed, std::ostream* out) {
  *out << "problem " << static_cast<int>(parsed.problem) << ", " << parsed.scaled;
}

Parsed Parse(std::string_view text, int places) {
  Parsed parsed{NumberProblem::kNone, 0};
  parsed.problem = ParseDecimal(text, places, parsed.scaled);
  return parsed;
}

TEST(ParseDecimal, ReadsExactly) {
  const struct {
    std::string_view text;
    int places;
    std::int64_t scaled;
  } cases[] = {
      {"0", 0, 0},
      {"-0", 0, 0},
      {"-0.000", 2, 0},
      {"12", 0, 12},
      {"12", 6, 12'000'000},
      {"12.0", 0, 12},
      {"-12.50", 2, -1250},
      {"-12.5", 2, -1250},
      {"5999.99", 2, 599'999},
      {"0.10", 2, 10},
      {"0.1000000000000000000000000", 2, 10},
      {"1e3", 0, 1000},
      {"1E+3", 0, 1000},
      {"1.25e1", 1, 125},
      {"1250e-2", 1, 125},
      {"1200e-2", 0, 12},
      {"100e-4", 2, 1},
      {"0.000012e6", 0, 12},
      {"0e999999999999999999999999", 0, 0},
      {"0.0e-999999999999999999999999", 0, 0},
      {"9223372036854775807", 0, kMost},
      {"-9223372036854775808", 0, kLeast},
      {"92233720368547758.07", 2, kMost},
      {"-92233720368547758.08", 2, kLeast},
      {"0.00000000000000000000000009223372036854775807e44", 0, kMost},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(Parse(c.text, c.places), (Parsed{NumberProblem::kNone, c.scaled})) << c.text;
  }
}

TEST(ParseDecimal, TakesNothingElseForANumber) {
  for (const std::string_view text :
       {"",         "-",   "+1",    "01",    "-01",      "00",   ".5",    "1.",   "1.e3",
        "1e",       "1e+", "1e1.5", " 1",    "1 ",       "1,5",  "1_000", "0x10", "NaN",
        "Infinity", "--1", "1-",    "1e5e5", "\xD9\xA1", "1..2", "e5",    "5 EUR"}) {
    EXPECT_EQ(Parse(text, 2).problem, NumberProblem::kNotANumber) << text;
  }
}

TEST(ParseDecimal, TellsPlacesFromSize) {
  const struct {
    std::string_view text;
    int places;
    NumberProblem problem;
  } cases[] = {
      {"12.5", 0, NumberProblem::kTooManyPlaces},
      {"1.001", 2, NumberProblem::kTooManyPlaces},
      {"1e-1", 0, NumberProblem::kTooManyPlaces},
      {"1e-999999999", 6, NumberProblem::kTooManyPlaces},
      {"1e-99999999999999999999999999", 6, NumberProblem::kTooManyPlaces},
      {"9223372036854775808", 0, NumberProblem::kTooLarge},
      {"-9223372036854775809", 0, NumberProblem::kTooLarge},
      {"92233720368547758.08", 2, NumberProblem::kTooLarge},
      {"9999999999999999999", 0, NumberProblem::kTooLarge},
      {"10000000000000000000", 0, NumberProblem::kTooLarge},
      {"18446744073709551616", 0, NumberProblem::kTooLarge},
      {"1e19", 0, NumberProblem::kTooLarge},
      {"1e999999999", 0, NumberProblem::kTooLarge},
      {"1e99999999999999999999999999", 2, NumberProblem::kTooLarge},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(Parse(c.text, c.places).problem, c.problem) << c.text;
  }
}

TEST(ParseDecimal, IsLinearInAnyLength) {
  const std::string digits(1'000'000, '7');
  const std::string zeros(1'000'000, '0');
  EXPECT_EQ(Parse(digits, 2).problem, NumberProblem::kTooLarge);
  EXPECT_EQ(Parse("0." + digits, 2).problem, NumberProblem::kTooManyPlaces);
  EXPECT_EQ(Parse("1e" + digits, 2).problem, NumberProblem::kTooLarge);
  EXPECT_EQ(Parse("12." + zeros, 2), (Parsed{NumberProblem::kNone, 1200}));
  EXPECT_EQ(Parse("0." + zeros + "5e1000001", 0), (Parsed{NumberProblem::kNone, 5}));
  EXPECT_EQ(Parse("5" + zeros + "e-1000000", 0), (Parsed{NumberProblem::kNone, 5}));
}

TEST(AppendDecimal, WritesAllPlaces) {
  const struct {
    std::int64_t scaled;
    int places;
    std::string_view all;
    std::string_view shortest;
  } cases[] = {
      {0, 0, "0", "0"},
      {0, 2, "0.00", "0"},
      {1250, 2, "12.50", "12.5"},
      {-1250, 2, "-12.50", "-12.5"},
      {-5, 2, "-0.05", "-0.05"},
      {1200, 2, "12.00", "12"},
      {1200, 0, "1200", "1200"},
      {10, 6, "0.000010", "0.00001"},
      {kMost, 6, "9223372036854.775807", "9223372036854.775807"},
      {kLeast, 2, "-92233720368547758.08", "-92233720368547758.08"},
      {kLeast, 0, "-9223372036854775808", "-9223372036854775808"},
  };
  for (const auto& c : cases) {
    std::string all;
    std::string shortest;
    AppendDecimal(c.scaled, c.places, all);
    AppendShortDecimal(c.scaled, c.places, shortest);
    EXPECT_EQ(all, c.all);
    EXPECT_EQ(shortest, c.shortest);
  }
}

TEST(AppendDecimal, IsReadBack) {
  std::uint64_t state = 1;
  for (int i = 0; i < 20'000; ++i) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    const auto scaled = static_cast<std::int64_t>(state) >> (state >> 58);
    const int places = i % 7;
    std::string text;
    AppendDecimal(scaled, places, text);
    EXPECT_EQ(Parse(text, places), (Parsed{NumberProblem::kNone, scaled})) << text;
    text.clear();
    AppendShortDecimal(scaled, places, text);
    EXPECT_EQ(Parse(text, places), (Parsed{NumberProblem::kNone, scaled})) << text;
  }
}

// The definition, by search: the whole number that the mode asks for.
std::int64_t Expected(std::int64_t dividend, std::int64_t divisor, RoundingMode mode) {
  const auto distance = [&](std::int64_t q) { return std::abs(dividend - q * divisor); };
  const bool negative = (dividend < 0) != (divisor < 0);
  std::int64_t down = 0;
  while (std::abs((down + (negative ? -1 : 1)) * divisor) <= std::abs(dividend)) {
    down += negative ? -1 : 1;
  }
  const std::int64_t up = distance(down) == 0 ? down : down + (negative ? -1 : 1);
  switch (mode) {
    case RoundingMode::kDown:
      return down;
    case RoundingMode::kUp:
      return up;
    case RoundingMode::kHalfEven:
      break;
  }
  if (distance(down) != distance(up)) {
    return distance(down) < distance(up) ? down : up;
  }
  return down % 2 == 0 ? down : up;
}

TEST(DivideRounded, EqualsItsDefinition) {
  for (std::int64_t dividend = -120; dividend <= 120; ++dividend) {
    for (std::int64_t divisor = -12; divisor <= 12; ++divisor) {
      if (divisor == 0) {
        continue;
      }
      for (const auto mode : {RoundingMode::kHalfEven, RoundingMode::kDown, RoundingMode::kUp}) {
        EXPECT_EQ(DivideRounded(dividend, divisor, mode), Expected(dividend, divisor, mode))
            << dividend << " / " << divisor << " mode " << static_cast<int>(mode);
      }
    }
  }
}

TEST(DivideRounded, HasRoomForWideDividends) {
  const Int128 half = Int128{kMost} * 1'000'000 + 500'000;
  EXPECT_EQ(DivideRounded(half - 1'000'000, 1'000'000, RoundingMode::kHalfEven), kMost - 1);
  EXPECT_EQ(DivideRounded(half - 1, 1'000'000, RoundingMode::kHalfEven), kMost);
  EXPECT_EQ(DivideRounded(Int128{kLeast} * 10'000 - 1, 10'000, RoundingMode::kDown), kLeast);
  EXPECT_EQ(DivideRounded(Int128{kLeast} * 10'000 + 1, 10'000, RoundingMode::kUp), kLeast);
  EXPECT_EQ(DivideRounded(Int128{kMost} * kMost, kMost, RoundingMode::kHalfEven), kMost);
  EXPECT_EQ(DivideRounded(1, Int128{kMost} * kMost, RoundingMode::kUp), 1);
}

}  // namespace
}  // namespace lq
