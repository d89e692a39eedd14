#include "runtime/notation/number_notation.h"

#include <gtest/gtest.h>

#include "runtime/value/number.h"

namespace lq {
namespace {

std::string Plain(std::string_view text, const NumberMarks& marks) {
  std::string out;
  return AppendPlainNumber(text, marks, out) ? out : "refused" + out;
}

TEST(NumberNotation, ReadsNumbersAsPeopleMeanThem) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"5", "5"},           {"5.0", "5.0"},     {"-12.50", "-12.50"}, {"+3", "3"},
      {"007", "7"},         {"0", "0"},         {"-0", "-0"},         {"000", "0"},
      {".5", "0.5"},        {"5.", "5"},        {"1e3", "1e3"},       {"1.5E+05", "1.5E+05"},
      {"", "refused"},      {"-", "refused"},   {".", "refused"},     {"1,234", "refused"},
      {"1 234", "refused"}, {"1e", "refused"},  {"e3", "refused"},    {"12a", "refused"},
      {"1.2.3", "refused"}, {"--1", "refused"}, {"0x10", "refused"},  {"NaN", "refused"},
      {"1.5e+", "refused"}, {" 1", "refused"},  {"1_000", "refused"},
  };
  for (const auto& [text, plain] : cases)
    EXPECT_EQ(Plain(text, {}), plain) << text;
}

struct Marked {
  std::string_view sample;
  std::string_view text;
  std::string_view plain;
};

TEST(NumberNotation, ReadsNumbersBySample) {
  const Marked cases[] = {
      {"1.234,56", "1.234,56", "1234.56"},
      {"1.234,56", "1234,5", "1234.5"},
      {"1.234,56", "12.345.678", "12345678"},
      {"1.234,56", "-1.000", "-1000"},
      {"1.234,56", "1.23", "refused"},
      {"1.234,56", "1.2345", "refused"},
      {"1.234,56", "1234.567", "refused"},
      {"1.234,56", ".234", "refused"},
      {"1.234,56", "1,234.56", "refused"},
      {"1.234,56", "1e3", "refused"},
      {"1,234.56", "1,234", "1234"},
      {"1 234,5", "12 345,67", "12345.67"},
      {"1 234,5", "12\u00A0345,67", "12345.67"},
      {"1 234,5", "12\u202F345,67", "12345.67"},
      {"1'234.50", "1\u2019234.50", "1234.50"},
      {"0,56", "12,345", "12.345"},
      {"0,56", "12.5", "refused"},
      {"1.234.567", "1.234", "1234"},
      {"1.234.567", "1.234,5", "1234.5"},
  };
  for (const Marked& c : cases) {
    std::string problem;
    const std::optional<NumberMarks> marks = ParseNumberSample(c.sample, problem);
    ASSERT_TRUE(marks) << c.sample << " " << problem;
    EXPECT_EQ(Plain(c.text, *marks), c.plain) << c.text << " by " << c.sample;
  }
}

TEST(NumberNotation, RefusesSamplesThatDoNotTell) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"1,234", "may be a whole number or have three decimals"},
      {"1234", "shows no separator"},
      {"", "is not a number with separators"},
      {"1,234.56,78", "is not a number with separators"},
      {"1.234 567", "ends with a separator that begins no decimals"},
      {"EUR 1,234.56", "is not a number with separators"},
      {"1,,2", "is not a number with separators"},
      {"1,234.", "is not a number with separators"},
  };
  for (const auto& [sample, expected] : cases) {
    std::string problem;
    EXPECT_FALSE(ParseNumberSample(sample, problem)) << sample;
    EXPECT_EQ(problem, expected) << sample;
  }
}

// Scaled by a million.
std::int64_t Product(std::string_view number, std::string_view factor) {
  std::string json;
  EXPECT_TRUE(AppendProduct(number, ParseDecimalFactor(factor).value(), json)) << number;
  std::int64_t scaled = 0;
  EXPECT_EQ(ParseDecimal(json, 6, scaled), NumberProblem::kNone) << json;
  return scaled;
}

TEST(NumberNotation, MultipliesExactly) {
  EXPECT_EQ(Product("12.5", "100"), 1'250'000'000);
  EXPECT_EQ(Product("0.1", "0.01"), 1'000);
  EXPECT_EQ(Product("-3", "1000"), -3'000'000'000);
  EXPECT_EQ(Product("1.5e3", "-2"), -3'000'000'000);
  EXPECT_EQ(Product("0", "100"), 0);
  std::string json;
  EXPECT_TRUE(AppendProduct("999999999999999999", {999'999'999'999'999'999, 0}, json));
  EXPECT_EQ(json, "999999999999999998000000000000000001e0");
}

TEST(NumberNotation, RefusesProductsThatAreTooLong) {
  std::string json;
  EXPECT_FALSE(AppendProduct("1234567890123456789", {2, 0}, json));
  EXPECT_FALSE(AppendProduct("1e99999", {2, 0}, json));
  EXPECT_TRUE(json.empty());
  EXPECT_FALSE(ParseDecimalFactor("1e3"));
  EXPECT_FALSE(ParseDecimalFactor("x"));
}

}  // namespace
}  // namespace lq
