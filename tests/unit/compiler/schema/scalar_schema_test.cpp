#include "compiler/schema/scalar_schema.h"

#include <regex>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/source/example_source.h"

namespace lq::schema {
namespace {

using nlohmann::json;
using test::NumberType;
using test::TextType;

TEST(ScalarSchema, Types) {
  const std::pair<Type, const char*> cases[] = {
      {NumberType(TypeKind::kYesNo, 0, 0, 1), R"({"enum":[true,false,"yes","no"]})"},
      {NumberType(TypeKind::kInteger, 0, -5, 1000),
       R"({"type":"integer","minimum":-5,"maximum":1000})"},
      {TextType(TypeKind::kText, 20),
       R"({"type":"string","minLength":1,"maxLength":20,"pattern":"^[^\\u0000]*$"})"},
      {TextType(TypeKind::kText, 0),
       R"({"type":"string","minLength":1,"maxLength":256,"pattern":"^[^\\u0000]*$"})"},
      {NumberType(TypeKind::kCountry, 0, 0, 9), R"({"$ref":"#/$defs/country"})"},
      {NumberType(TypeKind::kCurrency, 0, 0, 9), R"({"$ref":"#/$defs/currency"})"},
      {NumberType(TypeKind::kLanguage, 0, 0, 9), R"({"$ref":"#/$defs/language"})"},
  };
  for (const auto& [type, schema] : cases)
    EXPECT_EQ(ScalarSchema(type, false), schema);
}

// An empty item of a list is a text.
TEST(ScalarSchema, Lists) {
  Type list = TextType(TypeKind::kList, 20);
  list.max_items = 4;
  list.element = TypeKind::kText;
  EXPECT_EQ(
      ScalarSchema(list, false),
      R"({"type":"array","maxItems":4,"items":{"type":"string","maxLength":20,"pattern":"^[^\\u0000]*$"}})");
}

TEST(ScalarSchema, Enums) {
  Enum words;
  words.members = {{"student", {"In \"school\""}}, {"buyer", {}}};
  Type type = NumberType(TypeKind::kEnum, 0, 0, 1);
  type.enumeration = &words;
  EXPECT_EQ(ScalarSchema(type, false), R"({"enum":["student","In \"school\"","buyer"]})");
  words.ignoring_case = true;
  words.members = {{"ab", {"c"}}};
  EXPECT_EQ(ScalarSchema(type, false), R"({"type":"string","pattern":"^(?:[aA][bB]|[cC])$"})");
}

TEST(ScalarSchema, NumbersAreWrittenExactly) {
  const json decimal =
      json::parse(ScalarSchema(NumberType(TypeKind::kDecimal, 2, -150, 999), false));
  EXPECT_EQ(decimal["anyOf"][0].dump(),
            R"({"maximum":9.99,"minimum":-1.5,"multipleOf":0.01,"type":"number"})");
  const json money = json::parse(ScalarSchema(test::MoneyType(), false));
  EXPECT_EQ(money["anyOf"][2]["properties"]["currency"]["const"], "EUR");
  EXPECT_EQ(money["anyOf"][2]["required"], json({"amount", "currency"}));
}

// The pattern for texts in the schema of a type.
std::string PatternOf(const std::string& schema) {
  const json parsed = json::parse(schema);
  const json& holder = parsed.contains("anyOf") ? parsed["anyOf"][1] : parsed;
  return holder["pattern"];
}

void ExpectMatches(const std::string& schema, std::initializer_list<const char*> right,
                   std::initializer_list<const char*> wrong) {
  const std::regex pattern(PatternOf(schema), std::regex::ECMAScript);
  for (const char* text : right)
    EXPECT_TRUE(std::regex_search(text, pattern)) << text << " " << PatternOf(schema);
  for (const char* text : wrong)
    EXPECT_FALSE(std::regex_search(text, pattern)) << text << " " << PatternOf(schema);
}

TEST(ScalarSchema, TextsOfNumbers) {
  ExpectMatches(ScalarSchema(NumberType(TypeKind::kDecimal, 2, 0, 999), false),
                {"0", "1.5", "1.50", "-1.25", "1.2500", "1e3", "1.5E-1"},
                {"", ".5", "1.", "01", "1.255", "+1", "1,5", "1.5%", " 1", "e3"});
  ExpectMatches(ScalarSchema(NumberType(TypeKind::kPercent, 2, 0, 10'000), false),
                {"80", "80%", "12.25%"}, {"%", "80 %", "80%%", "12.255%"});
}

TEST(ScalarSchema, Times) {
  ExpectMatches(ScalarSchema(test::DateType(), false), {"2026-07-01", "0001-12-31"},
                {"2026-7-1", "2026-13-01", "2026-00-01", "2026-01-32", "2026-01-01T00:00:00Z", ""});
  ExpectMatches(
      InstantSchema(),
      {"2026-07-01T10:00:00Z", "2026-07-01T23:59:59.123+02:00", "2026-07-01T10:00:00.5000-11:30"},
      {"2026-07-01", "2026-07-01T24:00:00Z", "2026-07-01T10:00:00", "2026-07-01 10:00:00Z",
       "2026-07-01T10:60:00Z"});
}

TEST(ScalarSchema, Addresses) {
  ExpectMatches(ScalarSchema(TextType(TypeKind::kEmail, 320), false),
                {"ana@firm.example", "a.b+c@x-y.example", "ANA@FIRM.EXAMPLE"},
                {"ana", "@firm.example", "ana@", "a..b@firm.example", ".a@firm.example",
                 "a b@firm.example", "ana@firm"});
  ExpectMatches(ScalarSchema(TextType(TypeKind::kDomain, 253), false), {"firm.example", "a.b.c"},
                {"firm", "firm.", ".example", "a b.example", ""});
  ExpectMatches(ScalarSchema(TextType(TypeKind::kPhone, 16), false),
                {"+4915112345", "+49 (151) 234-567", "+1.212.555.0100"},
                {"4915112345", "+0151234567", "+49", "+4915112345678901", "+49x15112345"});
}

TEST(CodeDefinitions, HoldTheCodes) {
  const json definitions = json::parse("{" + CodeDefinitions() + "}");
  const auto holds = [&](const char* name, const char* code) {
    const json& codes = definitions[name]["enum"];
    return std::count(codes.begin(), codes.end(), json(code)) == 1;
  };
  EXPECT_TRUE(holds("country", "DE"));
  EXPECT_TRUE(holds("currency", "EUR"));
  EXPECT_TRUE(holds("language", "en"));
  EXPECT_FALSE(holds("country", "EUR"));
}

}  // namespace
}  // namespace lq::schema
