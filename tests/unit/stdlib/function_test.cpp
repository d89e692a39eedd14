#include "stdlib/function.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "runtime/value/date.h"
#include "runtime/value/iso.h"
#include "runtime/value/values.h"

namespace lq::stdlib {
namespace {

Type OfKind(TypeKind kind, std::int64_t low = 0, std::int64_t high = 0) {
  Type type;
  type.kind = kind;
  type.low = low;
  type.high = high;
  return type;
}

Type Integer(std::int64_t low, std::int64_t high) { return OfKind(TypeKind::kInteger, low, high); }
Type Date() { return OfKind(TypeKind::kDate, kFirstDay, kLastDay); }
Type Instant() { return OfKind(TypeKind::kInstant, kFirstInstant, kLastInstant); }
Type Email() { return OfKind(TypeKind::kEmail); }
Type Domain() { return OfKind(TypeKind::kDomain); }
Type Phone() { return OfKind(TypeKind::kPhone); }

Type Text(std::uint32_t max_length) {
  Type type = OfKind(TypeKind::kText);
  type.max_length = max_length;
  return type;
}

Type Money(std::string_view currency) {
  Type type = OfKind(TypeKind::kMoney, 0, 10'000);
  type.currency = *FindCurrency(currency);
  type.places = 2;
  return type;
}

Value Number(std::int64_t number) { return Value::Number(number); }

std::int64_t Day(std::string_view text) {
  std::int64_t days = 0;
  EXPECT_TRUE(ParseDate(text, days)) << text;
  return days;
}

// One argument of a call in a test: its type, its possible values, and whether it is a constant.
struct Given {
  Type type;
  Possible possible;
  bool constant = false;
};

// A call with its arena; the result's type comes from the row's check.
class Called {
 public:
  Given All(const Type& type) { return {type, PossibleAll(Cause::kMissing)}; }
  Given Band(const Type& type, std::int64_t low, std::int64_t high) {
    return {type, PossibleBand(low, high, Cause::kBand, arena_)};
  }
  Given Set(const Type& type, const std::vector<Value>& values) {
    return {type, PossibleValues(type, values, Cause::kOneOf, arena_)};
  }
  Given Texts(const Type& type, const std::vector<std::string_view>& texts) {
    std::vector<Value> values;
    for (const auto text : texts) {
      values.push_back(Value::Text(text));
    }
    return Set(type, values);
  }
  Given Constant(std::int64_t number) {
    return {Integer(number, number), PossibleBand(number, number, Cause::kNone, arena_), true};
  }

  // The result as a person reads it, with ` (missing)` behind what is missing.
  std::string Result(std::string_view name, const std::vector<Given>& given) {
    const Function* function = FindFunction(name);
    if (function == nullptr) {
      return "no such function";
    }
    std::vector<Argument> arguments;
    std::vector<Possible> possible;
    std::vector<Type> types;
    for (const Given& g : given) {
      arguments.push_back({g.type, g.constant ? g.possible.values : nullptr});
      possible.push_back(g.possible);
      types.push_back(g.type);
    }
    Type type;
    std::string out;
    if (!function->check(arguments, type, out)) {
      return out;
    }
    const Possible result = Apply(*function, possible, types, type, arena_);
    AppendPossibleText(type, result, out);
    return result.missing() ? out + " (missing)" : out;
  }

 private:
  Arena arena_;
};

TEST(AllFunctions, AreSortedAndFound) {
  const std::span<const Function> all = AllFunctions();
  EXPECT_TRUE(std::is_sorted(all.begin(), all.end(),
                             [](const Function& a, const Function& b) { return a.name < b.name; }));
  for (const Function& function : all) {
    EXPECT_EQ(FindFunction(function.name), &function);
  }
  EXPECT_EQ(FindFunction(""), nullptr);
  EXPECT_EQ(FindFunction("prefi"), nullptr);
  EXPECT_EQ(FindFunction("zzz"), nullptr);
}

TEST(AllFunctions, HaveWholeRows) {
  for (const Function& function : AllFunctions()) {
    EXPECT_TRUE(function.signature.starts_with(std::string(function.name) + "(")) << function.name;
    EXPECT_TRUE(function.summary.ends_with(".")) << function.name;
    EXPECT_TRUE(!function.hull || function.range != nullptr) << function.name;
  }
}

TEST(TextFunctions, OfTexts) {
  Called f;
  const auto text = [&](std::string_view t) { return f.Texts(Text(20), {t}); };
  EXPECT_EQ(f.Result("prefix", {text("äbc"), f.Constant(2)}), "äb");
  EXPECT_EQ(f.Result("prefix", {text("z"), f.Constant(2)}), "z");
  EXPECT_EQ(f.Result("prefix", {text(""), f.Constant(2)}), "");
  EXPECT_EQ(f.Result("suffix", {text("abcö"), f.Constant(1)}), "ö");
  EXPECT_EQ(f.Result("suffix", {text("abc"), f.Constant(0)}), "");
  EXPECT_EQ(f.Result("lower", {text("ÄB Straße")}), "äb straße");
  EXPECT_EQ(f.Result("lower", {text("\u0130\u0301")}), "\u00ED");
  EXPECT_EQ(f.Result("trim", {text("\u00A0 a b\t")}), "a b");
  EXPECT_EQ(f.Result("words", {text("a bb  cö")}), "3");
  EXPECT_EQ(f.Result("length", {text("a bb  cö")}), "8");
  EXPECT_EQ(f.Result("length", {text("")}), "0");
  EXPECT_EQ(f.Result("prefix", {f.Texts(Phone(), {"+49301234567"}), f.Constant(3)}), "+49");
}

TEST(TextFunctions, OfSetsGiveTheSetOfResults) {
  Called f;
  const auto texts = f.Texts(Text(20), {"abc", "abd", "b"});
  EXPECT_EQ(f.Result("prefix", {texts, f.Constant(2)}), "ab or b");
  EXPECT_EQ(f.Result("prefix", {texts, f.Constant(0)}), "");
  EXPECT_EQ(f.Result("length", {texts}), "1 or 3");
  EXPECT_EQ(f.Result("lower", {f.Texts(Text(20), {"A", "a"})}), "a");
}

TEST(TextFunctions, OfAMissingTextGiveTheWholeRange) {
  Called f;
  EXPECT_EQ(f.Result("lower", {f.All(Text(20))}), "any text (missing)");
  EXPECT_EQ(f.Result("prefix", {f.All(Text(20)), f.Constant(2)}), "any text (missing)");
  EXPECT_EQ(f.Result("length", {f.All(Text(20))}), "0 to 20 (missing)");
  EXPECT_EQ(f.Result("words", {f.All(Text(20))}), "0 to 20 (missing)");
  EXPECT_EQ(f.Result("length", {f.All(Email())}), "0 to 318 (missing)");
  EXPECT_EQ(f.Result("length", {f.All(Domain())}), "0 to 253 (missing)");
  EXPECT_EQ(f.Result("length", {f.All(Phone())}), "0 to 16 (missing)");
}

TEST(AddressFunctions, CutAddresses) {
  Called f;
  const auto email = f.Texts(Email(), {"Ana@my.rival.example"});
  EXPECT_EQ(f.Result("domain", {email}), "my.rival.example");
  EXPECT_EQ(f.Result("local_part", {email}), "Ana");
  EXPECT_EQ(f.Result("domain", {f.Texts(Email(), {"a@x.example", "b@x.example"})}), "x.example");
  EXPECT_EQ(f.Result("domain", {f.All(Email())}), "any domain (missing)");
  EXPECT_EQ(f.Result("local_part", {f.All(Email())}), "any text (missing)");
}

TEST(AddressFunctions, RegistrableDomains) {
  Called f;
  const auto domains = f.Texts(Domain(), {"a.firm.co.uk", "firm.co.uk", "x.rival.example"});
  EXPECT_EQ(f.Result("registrable_domain", {domains}), "firm.co.uk or rival.example");
  EXPECT_EQ(f.Result("registrable_domain", {f.All(Domain())}), "any domain (missing)");
}

TEST(AddressFunctions, CallingCodes) {
  Called f;
  const auto code = [&](std::string_view phone) {
    return f.Result("calling_code", {f.Texts(Phone(), {phone})});
  };
  EXPECT_EQ(code("+12025550123"), "1");
  EXPECT_EQ(code("+74951234567"), "7");
  EXPECT_EQ(code("+49301234567"), "49");
  EXPECT_EQ(code("+2012345678"), "20");
  EXPECT_EQ(code("+35312345678"), "353");
  EXPECT_EQ(code("+21212345678"), "212");
  EXPECT_EQ(code("+37112345678"), "371");
  EXPECT_EQ(code("+9989012345"), "998");
  EXPECT_EQ(code("+9898012345"), "98");
  EXPECT_EQ(code("+9999999"), "999");
  EXPECT_EQ(f.Result("calling_code", {f.All(Phone())}), "1 to 999 (missing)");
}

TEST(DateFunctions, OfSingleDays) {
  Called f;
  const auto day = [&](std::string_view text) { return f.Set(Date(), {Number(Day(text))}); };
  EXPECT_EQ(f.Result("year", {day("2026-07-01")}), "2026");
  EXPECT_EQ(f.Result("month", {day("2026-07-01")}), "7");
  EXPECT_EQ(f.Result("weekday", {day("2026-07-01")}), "wednesday");
  EXPECT_EQ(f.Result("year", {day("0001-01-01")}), "1");
  EXPECT_EQ(f.Result("weekday", {day("9999-12-31")}), "friday");
  EXPECT_EQ(f.Result("month", {day("2024-02-29")}), "2");
  const auto instant = f.Set(Instant(), {Number(-1)});
  EXPECT_EQ(f.Result("year", {instant}), "1969");
  EXPECT_EQ(f.Result("weekday", {instant}), "wednesday");
}

TEST(DateFunctions, OfBandsGiveWhatOccurs) {
  Called f;
  const auto band = [&](std::string_view from, std::string_view to) {
    return f.Band(Date(), Day(from), Day(to));
  };
  EXPECT_EQ(f.Result("year", {band("2025-12-31", "2027-01-01")}), "2025 to 2027");
  EXPECT_EQ(f.Result("year", {band("2026-01-01", "2026-12-31")}), "2026");
  EXPECT_EQ(f.Result("month", {band("2026-07-01", "2026-07-31")}), "7");
  EXPECT_EQ(f.Result("month", {band("2026-07-31", "2026-08-01")}), "7 or 8");
  EXPECT_EQ(f.Result("month", {band("2026-12-31", "2027-01-01")}), "1 or 12");
  EXPECT_EQ(f.Result("month", {band("2026-11-30", "2027-02-01")}), "1, 2, 11 or 12");
  EXPECT_EQ(f.Result("month", {band("2026-02-15", "2027-01-01")}), "1 to 12");
  EXPECT_EQ(f.Result("month", {band("2000-01-31", "2020-01-01")}), "1 to 12");
  EXPECT_EQ(f.Result("weekday", {band("2026-07-05", "2026-07-06")}), "monday or sunday");
  EXPECT_EQ(f.Result("weekday", {band("2026-07-01", "2026-07-07")}), "any weekday");
  EXPECT_EQ(f.Result("weekday", {f.Band(Instant(), -1, 0)}), "wednesday or thursday");
  EXPECT_EQ(f.Result("month", {f.Band(Instant(), -1, 0)}), "1 or 12");
}

TEST(DateFunctions, OfBandsEqualTheDaysOneByOne) {
  Arena arena;
  for (std::int64_t first = Day("2023-11-20"); first < Day("2024-03-10"); first += 3) {
    for (std::int64_t length = 1; length < 400; length += 29) {
      for (const char* name : {"month", "weekday"}) {
        const Function& function = *FindFunction(name);
        std::uint64_t expected = 0;
        for (std::int64_t day = first; day <= first + length; ++day) {
          const Value value = Number(day);
          const Type type = Date();
          expected |= std::uint64_t{1} << function.call({&value, 1}, {&type, 1}, arena).number();
        }
        const Ends ends[] = {{first, first + length}};
        const Type type = Date();
        EXPECT_EQ(function.results(AllEnds(ends), {&type, 1}), expected) << name << first;
      }
    }
  }
}

TEST(DateFunctions, OfSetsAndOfMissingDates) {
  Called f;
  const auto set = f.Set(
      Date(), {Number(Day("2026-03-31")), Number(Day("2024-03-01")), Number(Day("2026-01-01"))});
  EXPECT_EQ(f.Result("year", {set}), "2024 or 2026");
  EXPECT_EQ(f.Result("month", {set}), "1 or 3");
  EXPECT_EQ(f.Result("year", {f.All(Date())}), "1 to 9999 (missing)");
  EXPECT_EQ(f.Result("month", {f.All(Date())}), "1 to 12 (missing)");
  EXPECT_EQ(f.Result("weekday", {f.All(Date())}), "any weekday (missing)");
  const Type short_range = OfKind(TypeKind::kDate, Day("2026-07-31"), Day("2026-08-01"));
  EXPECT_EQ(f.Result("year", {f.All(short_range)}), "2026 (missing)");
  EXPECT_EQ(f.Result("month", {f.All(short_range)}), "7 or 8 (missing)");
}

TEST(NumberFunctions, OfSingleValues) {
  Called f;
  const auto n = [&](std::int64_t number) { return f.Set(Integer(-1000, 1000), {Number(number)}); };
  EXPECT_EQ(f.Result("min_of", {n(3), n(9)}), "3");
  EXPECT_EQ(f.Result("max_of", {n(3), n(9)}), "9");
  EXPECT_EQ(f.Result("abs", {n(-5)}), "5");
  EXPECT_EQ(f.Result("abs", {n(5)}), "5");
  EXPECT_EQ(f.Result("abs", {n(0)}), "0");
  EXPECT_EQ(f.Result("max_of", {n(3), f.Constant(5)}), "5");
  const auto day = [&](std::int64_t d) { return f.Set(Date(), {Number(d)}); };
  EXPECT_EQ(f.Result("min_of", {day(0), day(1)}), "1970-01-01");
}

TEST(NumberFunctions, GiveTheEnds) {
  Called f;
  const Type type = Integer(-1000, 1000);
  const auto two = f.Set(type, {Number(2)});
  EXPECT_EQ(f.Result("min_of", {two, f.All(type)}), "-1000 to 2 (missing)");
  EXPECT_EQ(f.Result("max_of", {f.All(type), two}), "2 to 1000 (missing)");
  EXPECT_EQ(f.Result("abs", {f.All(type)}), "0 to 1000 (missing)");
  EXPECT_EQ(f.Result("abs", {f.Band(type, -3, 5)}), "0 to 5");
  EXPECT_EQ(f.Result("abs", {f.Band(type, -9, -4)}), "4 to 9");
  EXPECT_EQ(f.Result("abs", {f.Band(type, 4, 9)}), "4 to 9");
  EXPECT_EQ(f.Result("abs", {f.Band(type, -4, 0)}), "0 to 4");
  // Sets too are known by their ends.
  EXPECT_EQ(f.Result("abs", {f.Set(type, {Number(-7), Number(9), Number(8)})}), "0 to 9");
  EXPECT_EQ(f.Result("min_of", {f.Band(type, 1, 5), f.Band(type, 3, 9)}), "1 to 5");
  EXPECT_EQ(f.Result("max_of", {f.Band(type, 1, 5), f.Band(type, 3, 9)}), "3 to 9");
  EXPECT_EQ(f.Result("min_of", {two, f.Band(type, 2, 9)}), "2");
}

// The result type's range, "low to high", or what is wrong.
std::string RangeOf(std::string_view name, const std::vector<Argument>& arguments) {
  Type type;
  std::string problem;
  if (!FindFunction(name)->check(arguments, type, problem)) {
    return problem;
  }
  std::string out;
  AppendPossibleText(type, PossibleAll(Cause::kMissing), out);
  return out;
}

TEST(Check, GivesTheResultsRange) {
  EXPECT_EQ(RangeOf("abs", {{Integer(-7, 5)}}), "0 to 7");
  EXPECT_EQ(RangeOf("abs", {{Integer(-7, -5)}}), "5 to 7");
  EXPECT_EQ(RangeOf("abs", {{OfKind(TypeKind::kPercent, -500, 100)}}), "0% to 5%");
  EXPECT_EQ(RangeOf("min_of", {{Integer(0, 10)}, {Integer(-5, 4)}}), "-5 to 4");
  EXPECT_EQ(RangeOf("max_of", {{Integer(0, 10)}, {Integer(-5, 4)}}), "0 to 10");
  EXPECT_EQ(RangeOf("max_of", {{Money("EUR")}, {Money("EUR")}}), "0.00 EUR to 100.00 EUR");
  EXPECT_EQ(RangeOf("year", {{OfKind(TypeKind::kDate, 0, 400)}}), "1970 to 1971");
  EXPECT_EQ(RangeOf("words", {{Text(256)}}), "0 to 256");
  const Value constant = Value::Text("äbc");
  EXPECT_EQ(RangeOf("length", {{Text(0), &constant}}), "0 to 3");
}

TEST(Check, GivesThePartsLength) {
  Type type;
  std::string problem;
  const Value three = Number(3);
  ASSERT_TRUE(FindFunction("prefix")->check(
      std::vector<Argument>{{Text(20)}, {Integer(3, 3), &three}}, type, problem));
  EXPECT_EQ(type.kind, TypeKind::kText);
  EXPECT_EQ(type.max_length, 3u);
  ASSERT_TRUE(FindFunction("suffix")->check(
      std::vector<Argument>{{Text(2)}, {Integer(3, 3), &three}}, type, problem));
  EXPECT_EQ(type.max_length, 2u);
  ASSERT_TRUE(FindFunction("weekday")->check(std::vector<Argument>{{Date()}}, type, problem));
  EXPECT_EQ(type.enumeration, WeekdayEnum().get());
}

TEST(Check, SaysWhatIsWrong) {
  const Value minus_one = Number(-1);
  const Value three = Number(3);
  const Argument text{Text(20)};
  const struct {
    std::string_view function;
    std::vector<Argument> arguments;
    std::string_view problem;
  } cases[] = {
      {"lower", {}, "it takes 1 argument, not 0"},
      {"prefix", {text}, "it takes 2 arguments, not 1"},
      {"abs", {text, text}, "it takes 1 argument, not 2"},
      {"lower",
       {{Date()}},
       "the first argument must be a text, an email, a domain or a phone, not a date"},
      {"prefix",
       {text, {Integer(0, 5)}},
       "the second argument must be a constant integer from 0 to 1000000"},
      {"prefix",
       {text, {Integer(-1, -1), &minus_one}},
       "the second argument must be a constant integer from 0 to 1000000"},
      {"suffix",
       {text, {OfKind(TypeKind::kPercent), &three}},
       "the second argument must be a constant integer from 0 to 1000000"},
      {"year", {text}, "the first argument must be a date or an instant, not a text"},
      {"domain", {{Domain()}}, "the first argument must be an email, not a domain"},
      {"calling_code", {text}, "the first argument must be a phone, not a text"},
      {"min_of",
       {text, text},
       "both arguments must be numbers, amounts of money, percents, dates or instants"},
      {"min_of",
       {{Money("EUR")}, {Money("USD")}},
       "both arguments must be of the same type (amounts of money, of one currency)"},
      {"max_of",
       {{Integer(0, 1)}, {Date()}},
       "both arguments must be of the same type (amounts of money, of one currency)"},
      {"abs", {{Date()}}, "the first argument must be a number, an amount of money or a percent"},
      {"abs",
       {{Integer(INT64_MIN, 0)}},
       "the range of the first argument begins too low: without its sign it exceeds 64 bits"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(RangeOf(c.function, c.arguments), c.problem);
  }
}

}  // namespace
}  // namespace lq::stdlib
