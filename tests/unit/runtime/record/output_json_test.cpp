#include "runtime/record/output_json.h"

#include <limits>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "runtime/value/iso.h"
#include "runtime/value/values.h"

namespace lq {
namespace {

Type Of(TypeKind kind, std::int64_t low = 0, std::int64_t high = 0, int places = 0) {
  Type type;
  type.kind = kind;
  type.low = low;
  type.high = high;
  type.places = static_cast<std::uint8_t>(places);
  return type;
}

Type Euros() {
  Type type = Of(TypeKind::kMoney, 0, 100'00, 2);
  type.currency = *FindCurrency("EUR");
  return type;
}

const Enum& Colours() {
  static const Enum colours{"colour", {{"zeta", {}}, {"alpha", {}}, {"mid", {}}}, false};
  return colours;
}

Type Colour() {
  Type type = Of(TypeKind::kEnum, 0, 2);
  type.enumeration = &Colours();
  return type;
}

Type ListOf(TypeKind element) {
  Type type = Of(TypeKind::kList);
  type.element = element;
  return type;
}

std::string Json(const Type& type, const Possible& possible) {
  std::string out;
  AppendPossibleJson(type, possible, out);
  return out;
}

std::string Json(const Type& type, const std::vector<Value>& values) {
  Arena arena;
  return Json(type, PossibleValues(type, values, Cause::kOneOf, arena));
}

std::string Band(const Type& type, std::int64_t low, std::int64_t high) {
  Arena arena;
  return Json(type, PossibleBand(low, high, Cause::kBand, arena));
}

// What the domain is when nothing is known.
TEST(OutputJson, NothingKnown) {
  const Possible all = PossibleAll(Cause::kMissing);
  EXPECT_EQ(Json(Of(TypeKind::kYesNo, 0, 1), all), R"({"one_of":[false,true]})");
  EXPECT_EQ(Json(Colour(), all), R"({"one_of":["zeta","alpha","mid"]})");
  EXPECT_EQ(Json(Of(TypeKind::kInteger, -5, 9), all), R"({"from":-5,"to":9})");
  EXPECT_EQ(Json(Of(TypeKind::kInteger, 3, 3), all), "3");
  EXPECT_EQ(Json(Of(TypeKind::kDecimal, 0, 900, 2), all), R"({"from":"0.00","to":"9.00"})");
  EXPECT_EQ(Json(Of(TypeKind::kPercent, 0, 10'000, 2), all), R"({"from":"0%","to":"100%"})");
  EXPECT_EQ(
      Json(Euros(), all),
      R"({"from":{"amount":"0.00","currency":"EUR"},"to":{"amount":"100.00","currency":"EUR"}})");
  EXPECT_EQ(Json(Of(TypeKind::kDate, -719162, 2932896), all),
            R"({"from":"0001-01-01","to":"9999-12-31"})");
  for (const TypeKind kind :
       {TypeKind::kText, TypeKind::kEmail, TypeKind::kDomain, TypeKind::kPhone, TypeKind::kCountry,
        TypeKind::kCurrency, TypeKind::kLanguage}) {
    EXPECT_EQ(Json(Of(kind, 0, 99), all), "null");
  }
  EXPECT_EQ(Json(ListOf(TypeKind::kText), all), "null");
}

TEST(OutputJson, Values) {
  const auto number = [](std::int64_t n) { return Value::Number(n); };
  EXPECT_EQ(Json(Of(TypeKind::kInteger), {number(std::numeric_limits<std::int64_t>::min())}),
            "-9223372036854775808");
  EXPECT_EQ(Json(Of(TypeKind::kInteger), {number(7), number(5)}), R"({"one_of":[5,7]})");
  EXPECT_EQ(Json(Of(TypeKind::kYesNo), {number(1), number(0)}), R"({"one_of":[false,true]})");
  EXPECT_EQ(Json(Of(TypeKind::kYesNo), {number(1)}), "true");
  EXPECT_EQ(Json(Colour(), {number(1), number(0)}), R"({"one_of":["zeta","alpha"]})");
  EXPECT_EQ(Json(Of(TypeKind::kPercent, 0, 0, 2), {number(1250)}), R"("12.5%")");
  EXPECT_EQ(Json(Euros(), {number(510)}), R"({"amount":"5.10","currency":"EUR"})");
  EXPECT_EQ(Json(Of(TypeKind::kCountry), {number(*FindCountry("DE"))}), R"("DE")");
  EXPECT_EQ(Json(Of(TypeKind::kLanguage), {number(*FindLanguage("en"))}), R"("en")");
  EXPECT_EQ(Json(Of(TypeKind::kInstant), {number(250)}), R"("1970-01-01T00:00:00.250Z")");
  EXPECT_EQ(Json(Of(TypeKind::kText), {Value::Text("b"), Value::Text("B"), Value::Text("a")}),
            R"({"one_of":["B","a","b"]})");
  EXPECT_EQ(Json(Of(TypeKind::kText), {Value::Text("")}), R"("")");
  const std::vector<Value> items = {Value::Text("x"), Value::Text("\"")};
  EXPECT_EQ(Json(ListOf(TypeKind::kText), {Value::List(items)}), R"(["x","\""])");
}

TEST(OutputJson, Bands) {
  EXPECT_EQ(Band(Of(TypeKind::kInteger), -99'800, 199), R"({"from":-99800,"to":199})");
  EXPECT_EQ(Band(Of(TypeKind::kPercent, 0, 0, 2), 500, 1000), R"({"from":"5%","to":"10%"})");
  EXPECT_EQ(Band(Of(TypeKind::kInteger), 5, 5), "5");
  // A type without an order has no `from` and `to`.
  EXPECT_EQ(Band(Colour(), 1, 2), R"({"one_of":["alpha","mid"]})");
}

// A missing derived value may be known to lie in a part of its domain.
TEST(OutputJson, MissingButNarrower) {
  const Value ends[] = {Value::Number(3), Value::Number(5)};
  const Possible band{Possible::Form::kBand, Cause::kMissing, 2, ends};
  EXPECT_EQ(Json(Of(TypeKind::kInteger, 0, 100), band), R"({"from":3,"to":5})");
}

}  // namespace
}  // namespace lq
