#include "runtime/value/values.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "runtime/value/date.h"
#include "runtime/value/iso.h"

namespace lq {
namespace {

Type OfKind(TypeKind kind, std::int64_t low = 0, std::int64_t high = 0) {
  Type type;
  type.kind = kind;
  type.low = low;
  type.high = high;
  return type;
}

Type Decimal(std::uint8_t places) {
  Type type = OfKind(TypeKind::kDecimal, 0, 900);
  type.places = places;
  return type;
}

Type Money(std::string_view currency) {
  Type type = OfKind(TypeKind::kMoney, 0, 10'000);
  type.currency = *FindCurrency(currency);
  type.places = static_cast<std::uint8_t>(CurrencyMinorDigits(type.currency));
  return type;
}

const Enum& Tiers() {
  static const Enum tiers{"tier_kind", {{"zeta", {"Zeta!"}}, {"alpha", {}}, {"mid", {}}}, false};
  return tiers;
}

Type OneOfTiers() {
  Type type = OfKind(TypeKind::kEnum, 0, 2);
  type.enumeration = &Tiers();
  return type;
}

Type ListOf(const Type& element) {
  Type type = OfKind(TypeKind::kList);
  type.element = element.kind;
  type.enumeration = element.enumeration;
  return type;
}

Value Number(std::int64_t number) { return Value::Number(number); }
Value Text(std::string_view text) { return Value::Text(text); }
Value Country(std::string_view code) { return Number(*FindCountry(code)); }

struct Printed {
  Type type;
  Value value;
  std::string_view json;
  std::string_view text;
};

TEST(ValuePrinting, OfEachKind) {
  const std::vector<Value> tiers = {Number(2), Number(0)};
  const std::vector<Value> texts = {Text("a \"b\""), Text("c")};
  const std::vector<Value> countries = {Country("DE"), Country("AT")};
  const std::vector<Value> languages = {Number(*FindLanguage("de")), Number(*FindLanguage("en"))};
  const Type text = OfKind(TypeKind::kText);
  const Printed cases[] = {
      {OfKind(TypeKind::kYesNo, 0, 1), Number(1), "true", "yes"},
      {OfKind(TypeKind::kYesNo, 0, 1), Number(0), "false", "no"},
      {OneOfTiers(), Number(1), R"("alpha")", "alpha"},
      {OfKind(TypeKind::kInteger), Number(-12), "-12", "-12"},
      {Decimal(2), Number(150), R"("1.50")", "1.50"},
      {Decimal(0), Number(150), R"("150")", "150"},
      {Money("EUR"), Number(510), R"({"amount":"5.10","currency":"EUR"})", "5.10 EUR"},
      {Money("JPY"), Number(5000), R"({"amount":"5000","currency":"JPY"})", "5000 JPY"},
      {OfKind(TypeKind::kPercent), Number(1250), R"("12.5%")", "12.5%"},
      {OfKind(TypeKind::kPercent), Number(10'000), R"("100%")", "100%"},
      {OfKind(TypeKind::kDate), Number(20'635), R"("2026-07-01")", "2026-07-01"},
      {OfKind(TypeKind::kInstant), Number(kLastInstant), R"("9999-12-31T23:59:59.999Z")",
       "9999-12-31T23:59:59.999Z"},
      {OfKind(TypeKind::kCountry), Country("DE"), R"("DE")", "DE"},
      {OfKind(TypeKind::kCurrency), Number(*FindCurrency("EUR")), R"("EUR")", "EUR"},
      {OfKind(TypeKind::kLanguage), Number(*FindLanguage("de")), R"("de")", "DE"},
      {text, Text("say \"hi\"\n"), R"("say \"hi\"\n")", "say \"hi\"\n"},
      {OfKind(TypeKind::kEmail), Text("a@b.c"), R"("a@b.c")", "a@b.c"},
      {OfKind(TypeKind::kDomain), Text("b.c"), R"("b.c")", "b.c"},
      {OfKind(TypeKind::kPhone), Text("+49301234567"), R"("+49301234567")", "+49301234567"},
      {ListOf(OneOfTiers()), Value::List(tiers), R"(["mid","zeta"])", "mid, zeta"},
      {ListOf(text), Value::List(texts), R"(["a \"b\"","c"])", "a \"b\", c"},
      {ListOf(OfKind(TypeKind::kCountry)), Value::List(countries), R"(["DE","AT"])", "DE, AT"},
      {ListOf(OfKind(TypeKind::kLanguage)), Value::List(languages), R"(["de","en"])", "DE, EN"},
      {ListOf(text), Value::List({}), "[]", "none"},
  };
  for (const Printed& c : cases) {
    std::string json;
    std::string shown;
    AppendValueJson(c.type, c.value, json);
    AppendValueText(c.type, c.value, shown);
    EXPECT_EQ(json, c.json);
    EXPECT_EQ(shown, c.text);
  }
}

std::string Shown(const Type& type, const Possible& possible) {
  std::string out;
  AppendPossibleText(type, possible, out);
  return out;
}

TEST(PossiblePrinting, ReadsAsAPersonWritesIt) {
  Arena arena;
  const auto set = [&](const Type& type, std::vector<Value> values) {
    return Shown(type, PossibleValues(type, values, Cause::kOneOf, arena));
  };
  EXPECT_EQ(set(OfKind(TypeKind::kCountry), {Country("DE"), Country("AT")}), "AT or DE");
  EXPECT_EQ(set(OfKind(TypeKind::kCountry), {Country("DE"), Country("AT"), Country("CH")}),
            "AT, CH or DE");
  EXPECT_EQ(set(OneOfTiers(), {Number(1), Number(0)}), "zeta or alpha");
  EXPECT_EQ(set(OfKind(TypeKind::kInteger), {Number(240)}), "240");
  EXPECT_EQ(Shown(OfKind(TypeKind::kInteger), PossibleBand(51, 200, Cause::kBand, arena)),
            "51 to 200");
  EXPECT_EQ(Shown(Money("EUR"), PossibleBand(51, 200, Cause::kBand, arena)),
            "0.51 EUR to 2.00 EUR");
}

TEST(PossiblePrinting, OfWhatIsNotKnown) {
  const Possible all = PossibleAll(Cause::kMissing);
  EXPECT_EQ(Shown(OfKind(TypeKind::kYesNo, 0, 1), all), "no or yes");
  EXPECT_EQ(Shown(OneOfTiers(), all), "any tier_kind");
  EXPECT_EQ(Shown(OfKind(TypeKind::kInteger, 1, 9), all), "1 to 9");
  EXPECT_EQ(Shown(Decimal(2), all), "0.00 to 9.00");
  EXPECT_EQ(Shown(Money("EUR"), all), "0.00 EUR to 100.00 EUR");
  EXPECT_EQ(Shown(OfKind(TypeKind::kPercent, 0, 10'000), all), "0% to 100%");
  EXPECT_EQ(Shown(OfKind(TypeKind::kDate, 0, 1), all), "1970-01-01 to 1970-01-02");
  EXPECT_EQ(Shown(OfKind(TypeKind::kInstant, 0, 1000), all),
            "1970-01-01T00:00:00Z to 1970-01-01T00:00:01Z");
  EXPECT_EQ(Shown(OfKind(TypeKind::kText), all), "any text");
  EXPECT_EQ(Shown(OfKind(TypeKind::kEmail), all), "any e-mail address");
  EXPECT_EQ(Shown(OfKind(TypeKind::kDomain), all), "any domain");
  EXPECT_EQ(Shown(OfKind(TypeKind::kPhone), all), "any phone number");
  EXPECT_EQ(Shown(OfKind(TypeKind::kCountry), all), "any country");
  EXPECT_EQ(Shown(OfKind(TypeKind::kCurrency), all), "any currency");
  EXPECT_EQ(Shown(OfKind(TypeKind::kLanguage), all), "any language");
  EXPECT_EQ(Shown(ListOf(OneOfTiers()), all), "any list");
}

TEST(CompareValues, FollowsTheDomain) {
  EXPECT_TRUE(std::is_lt(CompareValues(TypeKind::kInteger, Number(-5), Number(3))));
  EXPECT_TRUE(std::is_lt(CompareValues(TypeKind::kText, Text("B"), Text("a"))));
  EXPECT_TRUE(std::is_lt(CompareValues(TypeKind::kText, Text("z"), Text("é"))));
  EXPECT_TRUE(std::is_lt(CompareValues(TypeKind::kText, Text("\uFFFD"), Text("😀"))));
  EXPECT_TRUE(std::is_lt(CompareValues(TypeKind::kText, Text("ab"), Text("abc"))));
  EXPECT_TRUE(std::is_eq(CompareValues(TypeKind::kText, Text(""), Value::Text({}))));
}

TEST(CompareValues, ComparesListsItemByItem) {
  const Type type = ListOf(OfKind(TypeKind::kText));
  const std::vector<Value> ab = {Text("a"), Text("b")};
  const std::vector<Value> abc = {Text("a"), Text("b"), Text("c")};
  const std::vector<Value> b = {Text("b")};
  EXPECT_TRUE(std::is_lt(CompareValues(type, Value::List(ab), Value::List(abc))));
  EXPECT_TRUE(std::is_lt(CompareValues(type, Value::List(abc), Value::List(b))));
  EXPECT_TRUE(std::is_lt(CompareValues(type, Value::List({}), Value::List(ab))));
  EXPECT_TRUE(std::is_eq(CompareValues(type, Value::List(ab), Value::List(ab))));
}

TEST(SameType, LooksAtIdentityNotAtDomains) {
  static const Enum other{"other", {{"x", {}}}, false};
  Type other_enum = OneOfTiers();
  other_enum.enumeration = &other;
  EXPECT_TRUE(SameType(OfKind(TypeKind::kInteger, 0, 5), OfKind(TypeKind::kInteger, -3, 9)));
  EXPECT_FALSE(SameType(OfKind(TypeKind::kInteger), OfKind(TypeKind::kPercent)));
  EXPECT_FALSE(SameType(Decimal(1), Decimal(2)));
  EXPECT_FALSE(SameType(Money("EUR"), Money("USD")));
  EXPECT_TRUE(SameType(OneOfTiers(), OneOfTiers()));
  EXPECT_FALSE(SameType(OneOfTiers(), other_enum));
  EXPECT_TRUE(SameType(ListOf(OneOfTiers()), ListOf(OneOfTiers())));
  EXPECT_FALSE(SameType(ListOf(OneOfTiers()), ListOf(other_enum)));
  EXPECT_FALSE(SameType(ListOf(OfKind(TypeKind::kText)), ListOf(OfKind(TypeKind::kCountry))));
}

TEST(PossibleValues, SortsAndDropsDuplicates) {
  Arena arena;
  const std::vector<Value> values = {Text("b"), Text("a"), Text("b"), Text("B")};
  const Possible possible =
      PossibleValues(OfKind(TypeKind::kText), values, Cause::kDisagreement, arena);
  ASSERT_EQ(possible.count, 3u);
  EXPECT_EQ(possible.values[0].text(), "B");
  EXPECT_EQ(possible.values[1].text(), "a");
  EXPECT_EQ(possible.values[2].text(), "b");
  EXPECT_EQ(possible.cause, Cause::kDisagreement);
}

TEST(PossibleValues, ASingleValueIsKnownUnlessMissing) {
  Arena arena;
  const std::vector<Value> values = {Number(5), Number(5)};
  const Type type = OfKind(TypeKind::kInteger, 0, 9);
  EXPECT_EQ(PossibleValues(type, values, Cause::kOneOf, arena).cause, Cause::kNone);
  EXPECT_TRUE(PossibleValues(type, values, Cause::kOneOf, arena).single());
  EXPECT_EQ(PossibleValues(type, values, Cause::kMissing, arena).cause, Cause::kMissing);
  EXPECT_TRUE(PossibleBand(5, 5, Cause::kBand, arena).single());
  EXPECT_EQ(PossibleBand(5, 5, Cause::kBand, arena).cause, Cause::kNone);
  EXPECT_EQ(PossibleBand(5, 5, Cause::kStale, arena).cause, Cause::kStale);
}

TEST(PossibleValues, BeyondSixtyFourBecomeTheHullOrAll) {
  Arena arena;
  std::vector<Value> values;
  for (int i = 65; i > 0; --i) {
    values.push_back(Number(i));
  }
  const Possible hull =
      PossibleValues(OfKind(TypeKind::kInteger, 0, 99), values, Cause::kDisagreement, arena);
  EXPECT_EQ(hull.form, Possible::Form::kBand);
  EXPECT_EQ(Shown(OfKind(TypeKind::kInteger), hull), "1 to 65");
  const Possible all =
      PossibleValues(OfKind(TypeKind::kCountry), values, Cause::kDisagreement, arena);
  EXPECT_EQ(all.form, Possible::Form::kAll);
  values.pop_back();
  const Possible set =
      PossibleValues(OfKind(TypeKind::kInteger, 0, 99), values, Cause::kDisagreement, arena);
  EXPECT_EQ(set.count, 64u);
}

TEST(LowAndHigh, AreTheEnds) {
  Arena arena;
  const Type type = OfKind(TypeKind::kInteger, -10, 10);
  const std::vector<Value> values = {Number(7), Number(-2), Number(3)};
  const Possible set = PossibleValues(type, values, Cause::kOneOf, arena);
  const Possible band = PossibleBand(-4, 6, Cause::kBand, arena);
  EXPECT_EQ(Low(type, PossibleAll(Cause::kMissing)), -10);
  EXPECT_EQ(High(type, PossibleAll(Cause::kMissing)), 10);
  EXPECT_EQ(Low(type, set), -2);
  EXPECT_EQ(High(type, set), 7);
  EXPECT_EQ(Low(type, band), -4);
  EXPECT_EQ(High(type, band), 6);
}

TEST(CopyValue, OwnsTextsAndItems) {
  Arena arena;
  std::string text = "text";
  std::vector<Value> items = {Text(text), Text("b")};
  const Value copied_text = CopyValue(TypeKind::kText, TypeKind::kText, Text(text), arena);
  const Value copied_list = CopyValue(TypeKind::kList, TypeKind::kText, Value::List(items), arena);
  text = "gone";
  items.clear();
  EXPECT_EQ(copied_text.text(), "text");
  ASSERT_EQ(copied_list.items().size(), 2u);
  EXPECT_EQ(copied_list.items()[0].text(), "text");
  EXPECT_EQ(CopyValue(TypeKind::kDate, TypeKind::kText, Number(-7), arena).number(), -7);
}

}  // namespace
}  // namespace lq
