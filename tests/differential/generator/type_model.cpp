#include "tests/differential/generator/type_model.h"

#include <algorithm>

#include "runtime/record/decision_json.h"
#include "runtime/value/date.h"
#include "runtime/value/iso.h"
#include "runtime/value/number.h"

namespace lq::test {
namespace {

// Some resemble each other, some differ in case or fold in odd ways.
const std::vector<std::string> kTexts = {
    "acme",        "Acme",   "ACME corp", "north",    "North-East", "Zeta",   "zeta x", "Straße",
    "STRASSE",     "straße", "ÄRGER",     "ärger",    "x",          "a b  c", " x ",    "ab\"c",
    "back\\slash", "a,b",    "intern",    "director", "a/b",        "naïve",  "日本",   "40129"};
const std::vector<std::string> kEmails = {"ana@firm.example", "Ana@firm.example",
                                          "bo.lee@rival.example", "info@mail.example",
                                          "x_1@sub.rival.example"};
const std::vector<std::string> kDomains = {"firm.example", "rival.example", "sub.rival.example",
                                           "mail.example", "acme.co.uk"};
const std::vector<std::string> kPhones = {"+4930123456", "+4930123457", "+12025550123",
                                          "+33140000000", "+819012345678"};
const std::vector<std::string> kCountries = {"DE", "AT", "CH", "FR", "US", "JP", "AD", "ZW"};
const std::vector<std::string> kCurrencies = {"EUR", "USD", "JPY", "CHF"};
const std::vector<std::string> kLanguages = {"de", "en", "fr", "ja"};

std::int64_t IndexOf(TypeKind kind, const std::string& code) {
  if (kind == TypeKind::kCountry) {
    return *FindCountry(code);
  }
  return kind == TypeKind::kCurrency ? *FindCurrency(code) : *FindLanguage(code);
}

const std::vector<std::string>& Codes(TypeKind kind) {
  return kind == TypeKind::kCountry    ? kCountries
         : kind == TypeKind::kCurrency ? kCurrencies
                                       : kLanguages;
}

const std::vector<std::string>& Texts(TypeKind kind) {
  return kind == TypeKind::kEmail    ? kEmails
         : kind == TypeKind::kDomain ? kDomains
         : kind == TypeKind::kPhone  ? kPhones
                                     : kTexts;
}

std::string Decimal(std::int64_t number, int places) {
  std::string out;
  AppendDecimal(number, places, out);
  return out;
}

std::string ShortDecimal(std::int64_t number, int places) {
  std::string out;
  AppendShortDecimal(number, places, out);
  return out;
}

std::string DateText(std::int64_t day) {
  std::string out;
  AppendDate(day, out);
  return out;
}

std::string InstantText(std::int64_t instant) {
  std::string out;
  AppendInstant(instant, out);
  return out;
}

std::string Quoted(const std::string& text) {
  std::string out;
  AppendJsonString(text, out);
  return out;
}

std::string JsonNumber(const TypeModel& type, std::int64_t number, Random& random) {
  switch (random.Below(3)) {
    case 0:
      return Decimal(number, type.places);
    case 1:
      return ShortDecimal(number, type.places);
    default:
      return Quoted(Decimal(number, type.places));
  }
}

std::string JsonInteger(std::int64_t number, Random& random) {
  const std::string text = std::to_string(number);
  if (number == 0 || random.Chance(80)) {
    return text;
  }
  return random.Chance(50) ? text + ".0" : text + "0e-1";
}

std::string JsonMoney(const TypeModel& type, std::int64_t number, Random& random) {
  const std::string amount = Decimal(number, type.places);
  return random.Chance(40)
             ? amount
             : R"({"amount":")" + amount + R"(","currency":")" + type.currency + "\"}";
}

std::string JsonPercent(std::int64_t number, Random& random) {
  const std::string text = ShortDecimal(number, 2);
  return random.Chance(50) ? text : "\"" + text + "%\"";
}

std::string JsonYesNo(bool yes, Random& random) {
  const bool as_word = random.Chance(40);
  return as_word ? (yes ? "\"yes\"" : "\"no\"") : (yes ? "true" : "false");
}

std::string JsonEnum(const TypeModel& type, std::size_t index, Random& random) {
  const std::string& label = type.labels[index];
  return Quoted(!label.empty() && random.Chance(40) ? label : type.names[index]);
}

std::string JsonList(const TypeModel& type, const ModelValue& value, Random& random) {
  std::string out;
  for (const ModelValue& item : value.items) {
    out += (out.empty() ? "" : ",") + JsonText(ItemType(type), item, random);
  }
  return "[" + out + "]";
}

std::string ListLiteral(const TypeModel& type, const ModelValue& value) {
  std::string out;
  for (const ModelValue& item : value.items) {
    out += (out.empty() ? "" : ", ") + LiteralText(ItemType(type), item);
  }
  return "[" + out + "]";
}

std::string RangeText(const TypeModel& type) {
  return " from " + LiteralText(type, {type.low, "", {}}) + " to " +
         LiteralText(type, {type.high, "", {}});
}

ModelValue RandomList(const TypeModel& type, Random& random) {
  ModelValue list;
  const std::size_t count = random.Below(std::min<std::size_t>(type.max_items, 4) + 1);
  for (std::size_t i = 0; i < count; ++i) {
    list.items.push_back(RandomValue(ItemType(type), random));
  }
  return list;
}

// An end, something near one, near zero, or anything.
std::int64_t RandomNumber(const TypeModel& type, Random& random) {
  const std::int64_t width = type.high - type.low;
  switch (random.Below(6)) {
    case 0:
      return type.low;
    case 1:
      return type.high;
    case 2:
      return type.low + std::min<std::int64_t>(width, random.Between(0, 20));
    case 3:
      return std::clamp<std::int64_t>(random.Between(-3, 300), type.low, type.high);
    default:
      return random.Between(type.low, type.high);
  }
}

// Around 2026 and month ends, where it can be; the ends of the calendar now and then.
std::int64_t RandomDay(const TypeModel& type, Random& random) {
  if (random.Chance(10)) {
    return RandomNumber(type, random);
  }
  const std::int64_t day = random.Chance(50)
                               ? DaysFromCivil({static_cast<int>(random.Between(2023, 2027)),
                                                static_cast<int>(random.Between(1, 12)), 28}) +
                                     random.Between(0, 4)
                               : DaysFromCivil({2026, 8, 1}) + random.Between(-400, 40);
  return std::clamp(day, type.low, type.high);
}

std::int64_t RandomInstant(const TypeModel& type, Random& random) {
  if (random.Chance(10)) {
    return RandomNumber(type, random);
  }
  const std::int64_t day = DaysFromCivil({2026, 8, 1}) + random.Between(-60, 3);
  const std::int64_t time = random.Chance(30) ? 0 : random.Between(0, kMillisecondsPerDay - 1);
  return std::clamp(day * kMillisecondsPerDay + time, type.low, type.high);
}

}  // namespace

bool operator==(const ModelValue& a, const ModelValue& b) {
  return a.number == b.number && a.text == b.text && a.items == b.items;
}

bool SameKind(const TypeModel& a, const TypeModel& b) {
  return a.kind == b.kind && a.enum_name == b.enum_name && a.places == b.places &&
         a.currency == b.currency && (a.kind != TypeKind::kList || a.element == b.element);
}

TypeModel ItemType(const TypeModel& list) {
  TypeModel item = list;
  item.kind = list.element;
  item.high = static_cast<std::int64_t>(list.names.size()) - 1;
  return item;
}

std::string TypeText(const TypeModel& type) {
  switch (type.kind) {
    case TypeKind::kYesNo:
      return "yes_no";
    case TypeKind::kEnum:
      return "one of " + type.enum_name;
    case TypeKind::kText:
      return type.max_length == 256 ? "text" : "text at most " + std::to_string(type.max_length);
    case TypeKind::kInteger:
      return "integer" + RangeText(type);
    case TypeKind::kDecimal:
      return "decimal " + std::to_string(type.places) + " places" + RangeText(type);
    case TypeKind::kMoney:
      return "money " + type.currency + " from " + ShortDecimal(type.low, type.places) + " to " +
             ShortDecimal(type.high, type.places);
    case TypeKind::kPercent:
      return type.low == 0 && type.high == 10'000 ? "percent" : "percent" + RangeText(type);
    case TypeKind::kDate:
      return "date";
    case TypeKind::kInstant:
      return "instant";
    case TypeKind::kEmail:
      return "email";
    case TypeKind::kDomain:
      return "domain";
    case TypeKind::kPhone:
      return "phone";
    case TypeKind::kCountry:
      return "country";
    case TypeKind::kCurrency:
      return "currency";
    case TypeKind::kLanguage:
      return "language";
    case TypeKind::kList: {
      const std::string item =
          type.element == TypeKind::kEnum ? type.enum_name : TypeText(ItemType(type));
      return "list of " + item + " at most " + std::to_string(type.max_items);
    }
  }
  return {};
}

std::string LiteralText(const TypeModel& type, const ModelValue& value) {
  switch (type.kind) {
    case TypeKind::kYesNo:
      return value.number != 0 ? "yes" : "no";
    case TypeKind::kEnum:
      return type.names[static_cast<std::size_t>(value.number)];
    case TypeKind::kInteger:
      return std::to_string(value.number);
    case TypeKind::kDecimal:
      return ShortDecimal(value.number, type.places);
    case TypeKind::kMoney:
      return Decimal(value.number, type.places) + " " + type.currency;
    case TypeKind::kPercent:
      return ShortDecimal(value.number, 2) + "%";
    case TypeKind::kDate:
      return DateText(value.number);
    case TypeKind::kInstant:
      return InstantText(value.number);
    case TypeKind::kText:
    case TypeKind::kEmail:
    case TypeKind::kDomain:
    case TypeKind::kPhone:
      return Quoted(value.text);
    case TypeKind::kCountry:
      return std::string(CountryCode(static_cast<std::size_t>(value.number)));
    case TypeKind::kCurrency:
      return std::string(CurrencyCode(static_cast<std::size_t>(value.number)));
    case TypeKind::kLanguage: {
      std::string code(LanguageCode(static_cast<std::size_t>(value.number)));
      for (char& letter : code) {
        letter = static_cast<char>(letter - 'a' + 'A');
      }
      return code;
    }
    case TypeKind::kList:
      return ListLiteral(type, value);
  }
  return {};
}

std::string CellText(const TypeModel& type, const ModelValue& value) {
  if (!IsTextual(type.kind)) {
    return LiteralText(type, value);
  }
  std::string out = "\"";
  for (const char c : value.text) {
    out += c == '"' ? "\"\"" : std::string(1, c);
  }
  return out + "\"";
}

std::string JsonText(const TypeModel& type, const ModelValue& value, Random& random) {
  switch (type.kind) {
    case TypeKind::kYesNo:
      return JsonYesNo(value.number != 0, random);
    case TypeKind::kEnum:
      return JsonEnum(type, static_cast<std::size_t>(value.number), random);
    case TypeKind::kInteger:
      return JsonInteger(value.number, random);
    case TypeKind::kDecimal:
      return JsonNumber(type, value.number, random);
    case TypeKind::kMoney:
      return JsonMoney(type, value.number, random);
    case TypeKind::kPercent:
      return JsonPercent(value.number, random);
    case TypeKind::kLanguage:
      return Quoted(std::string(LanguageCode(static_cast<std::size_t>(value.number))));
    case TypeKind::kText:
    case TypeKind::kEmail:
    case TypeKind::kDomain:
    case TypeKind::kPhone:
      return Quoted(value.text);
    case TypeKind::kDate:
    case TypeKind::kInstant:
    case TypeKind::kCountry:
    case TypeKind::kCurrency:
      return Quoted(LiteralText(type, value));
    case TypeKind::kList:
      return JsonList(type, value, random);
  }
  return {};
}

ModelValue RandomValue(const TypeModel& type, Random& random) {
  switch (type.kind) {
    case TypeKind::kCountry:
    case TypeKind::kCurrency:
    case TypeKind::kLanguage:
      return {IndexOf(type.kind, random.Pick(Codes(type.kind))), "", {}};
    case TypeKind::kText:
    case TypeKind::kEmail:
    case TypeKind::kDomain:
    case TypeKind::kPhone:
      return {0, random.Pick(Texts(type.kind)), {}};
    case TypeKind::kList:
      return RandomList(type, random);
    case TypeKind::kDate:
      return {RandomDay(type, random), "", {}};
    case TypeKind::kInstant:
      return {RandomInstant(type, random), "", {}};
    case TypeKind::kYesNo:
    case TypeKind::kEnum:
    case TypeKind::kInteger:
    case TypeKind::kDecimal:
    case TypeKind::kMoney:
    case TypeKind::kPercent:
      return {RandomNumber(type, random), "", {}};
  }
  return {};
}

ModelValue Neighbour(const TypeModel& type, const ModelValue& value, Random& random) {
  if (!IsOrdered(type.kind)) {
    return RandomValue(type, random);
  }
  const std::int64_t step = random.Chance(50) ? 1 : -1;
  const bool outside = step > 0 ? value.number >= type.high : value.number <= type.low;
  return outside ? value : ModelValue{value.number + step, "", {}};
}

}  // namespace lq::test
