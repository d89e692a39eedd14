#include "runtime/source/cell_value.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/support/source/example_source.h"

namespace lq::test {
namespace {

using plan::SourceReading;

std::string Cell(const plan::SourceField& field, const Type& type, std::string_view text) {
  std::string json;
  CellProblem problem;
  if (CellConverter(field, type, false).Append({PlaceValue::Kind::kText, text}, json, problem))
    return json;
  EXPECT_EQ(json, "") << text;
  return fmt::format("{}: {}{}{}", problem.code, problem.rule, problem.help.empty() ? "" : "; ",
                     problem.help);
}

struct Case {
  Type type;
  std::string_view text;
  std::string_view json;
};

TEST(CellValue, ConvertsAsPeopleMeanIt) {
  Example example;
  const Type yes_no = NumberType(TypeKind::kYesNo, 0, 0, 1);
  const Type integer = NumberType(TypeKind::kInteger, 0, 0, 1000);
  const Type decimal = NumberType(TypeKind::kDecimal, 2, 0, 1000);
  const Type percent = NumberType(TypeKind::kPercent, 2, 0, 10'000);
  const Type text = TextType(TypeKind::kText, 20);
  const Case cases[] = {
      {yes_no, "yes", "true"},
      {yes_no, "TRUE", "true"},
      {yes_no, "Y", "true"},
      {yes_no, "1", "true"},
      {yes_no, "1.0", "true"},
      {yes_no, "No", "false"},
      {yes_no, "false", "false"},
      {yes_no, "n", "false"},
      {yes_no, "0", "false"},
      {yes_no, "maybe", "type: is not yes or no"},
      {integer, "5.0", "5.0"},
      {integer, "007", "7"},
      {integer, "1,234",
       "type: is not a number; the source can say how it is written: `as number \"1,234.56\"`"},
      {integer, "many", "type: is not a number"},
      {decimal, "+.5", "0.5"},
      {decimal, "x", "format: is not a number"},
      {percent, "80", "80"},
      {percent, "80 %", "80"},
      {percent, "%", "format: is not a number"},
      {MoneyType(), "5000", "5000"},
      {MoneyType(), "5000.50 EUR", R"({"amount":5000.50,"currency":"EUR"})"},
      {MoneyType(), "USD 12", R"({"amount":12,"currency":"USD"})"},
      {MoneyType(), "EUR", "format: is not a number"},
      {MoneyType(), "12 eur", "format: is not a number"},
      {text, "5.0", R"("5.0")"},
      {text, "a \"b\"", R"("a \"b\"")"},
      {TextType(TypeKind::kEmail, 320), "A@b.Example", R"("A@b.Example")"},
      {DateType(), "2026-07-01", R"("2026-07-01")"},
      {example.RoleType(), "student", R"("student")"},
      {CodeType(TypeKind::kCountry, CountryCount()), "DE", R"("DE")"},
  };
  for (const Case& c : cases)
    EXPECT_EQ(Cell({}, c.type, c.text), c.json) << c.text;
}

TEST(CellValue, AsksItsCasesFirst) {
  plan::SourceField field;
  field.cases = {{"1-5", R"({"from":1,"to":5})"}, {"many", "1000"}};
  const Type type = NumberType(TypeKind::kInteger, 0, 0, 1000);
  EXPECT_EQ(Cell(field, type, "1-5"), R"({"from":1,"to":5})");
  EXPECT_EQ(Cell(field, type, "many"), "1000");
  EXPECT_EQ(Cell(field, type, "7"), "7");
  EXPECT_EQ(Cell(field, type, "5-25"), "type: is not a number");
}

TEST(CellValue, ReadsNumbersBySampleAndMultiplies) {
  plan::SourceField field;
  field.as.reading = SourceReading::kNumber;
  std::string problem;
  field.as.marks = *ParseNumberSample("1.234,56", problem);
  const Type type = MoneyType();
  EXPECT_EQ(Cell(field, type, "1.234,5"), "1234.5");
  EXPECT_EQ(Cell(field, type, "1.234,5 EUR"), R"({"amount":1234.5,"currency":"EUR"})");
  EXPECT_EQ(Cell(field, type, "1,234.5"),
            "format: is not a number written like the sample in the source");
  field.as.factor = DecimalFactor{1000, 0};
  EXPECT_EQ(Cell(field, type, "1.234,5"), "12345000e-1");
  EXPECT_EQ(Cell(field, type, "12345678901234567890"),
            "format: is not a number of at most 18 digits");
}

TEST(CellValue, ReadsDatesByLayout) {
  plan::SourceField field;
  field.as.reading = SourceReading::kDate;
  field.as.layout_text = "%d/%m/%Y %H:%M%z";
  std::string problem;
  field.as.layout = *ParseDateLayout(field.as.layout_text, problem);
  EXPECT_EQ(Cell(field, DateType(), "1/2/2026 00:30+02:00"), R"("2026-02-01")");
  EXPECT_EQ(Cell(field, InstantType(), "1/2/2026 00:30+02:00"), R"("2026-01-31T22:30:00Z")");
  EXPECT_EQ(Cell(field, DateType(), "2026-02-01"),
            "format: is no date written as `%d/%m/%Y %H:%M%z`");
  EXPECT_EQ(Cell(field, InstantType(), "31/12/9999 23:59-02:00"),
            "format: is no date written as `%d/%m/%Y %H:%M%z`");
}

TEST(CellValue, ReadsUnixTimes) {
  plan::SourceField field;
  field.as.reading = SourceReading::kUnixSeconds;
  EXPECT_EQ(Cell(field, InstantType(), "1785571200"), R"("2026-08-01T08:00:00Z")");
  EXPECT_EQ(Cell(field, InstantType(), "1785571200.25"), R"("2026-08-01T08:00:00.250Z")");
  EXPECT_EQ(Cell(field, DateType(), "1785571200"), R"("2026-08-01")");
  EXPECT_EQ(Cell(field, DateType(), "-1"), R"("1969-12-31")");
  EXPECT_EQ(Cell(field, DateType(), "soon"), "format: is no time in seconds since 1970");
  EXPECT_EQ(Cell(field, DateType(), "9e18"), "format: is no time in seconds since 1970");
  field.as.reading = SourceReading::kUnixMilliseconds;
  EXPECT_EQ(Cell(field, InstantType(), "1785571200250"), R"("2026-08-01T08:00:00.250Z")");
  EXPECT_EQ(Cell(field, InstantType(), "0.5"), "format: is no time in milliseconds since 1970");
}

}  // namespace
}  // namespace lq::test
