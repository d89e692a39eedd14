#include "compiler/schema/scalar_schema.h"

#include <fmt/format.h>

#include "compiler/schema/any_case.h"
#include "runtime/value/iso.h"
#include "runtime/value/json_text.h"
#include "runtime/value/number.h"
#include "runtime/value/values.h"

namespace lq::schema {
namespace {

constexpr std::string_view kDatePattern = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
// A label of a domain in ASCII.
constexpr std::string_view kLabel = "[A-Za-z0-9-]+";
// Letters of other scripts become ASCII only when they are read: anything with one may be a domain.
constexpr std::string_view kOtherScript =
    "[^\\u0000-\\u0020@]*[^\\u0000-\\u007f][^\\u0000-\\u0020@]*";
// What no local part of an address holds.
constexpr std::string_view kAtom = "[^\\s@\"(),:;<>\\[\\]\\\\.\\u0000-\\u001f]+";

// As JSON writes numbers, in a text; more decimal places than the type has only as zeros.
std::string NumberPattern(int places) {
  const std::string fraction =
      places == 0 ? "(\\.0+)?" : fmt::format("(\\.[0-9]{{1,{}}}0*)?", places);
  return fmt::format("-?(0|[1-9][0-9]*)({}|(\\.[0-9]+)?[eE][+-]?[0-9]+)", fraction);
}

std::string PatternSchema(std::string_view pattern) {
  return fmt::format(R"({{"type":"string","pattern":{}}})",
                     Quoted(fmt::format("^(?:{})$", pattern)));
}

std::string Decimal(std::int64_t scaled, int places) {
  std::string text;
  AppendShortDecimal(scaled, places, text);
  return text;
}

// One unit of the last decimal place.
std::string Quantum(int places) { return Decimal(1, places); }

std::string NumberSchema(const Type& type) {
  return fmt::format(R"({{"type":"number","multipleOf":{},"minimum":{},"maximum":{}}})",
                     Quantum(type.places), Decimal(type.low, type.places),
                     Decimal(type.high, type.places));
}

std::string NumberOrText(const Type& type, std::string_view behind) {
  return fmt::format(R"({},{})", NumberSchema(type),
                     PatternSchema(NumberPattern(type.places) + std::string(behind)));
}

std::string MoneySchema(const Type& type) {
  const std::string amount = NumberOrText(type, "");
  return fmt::format(R"({{"anyOf":[{},{{"type":"object","properties":{{"amount":{{"anyOf":[{}]}},)"
                     R"("currency":{{"const":"{}"}}}},"required":["amount","currency"],)"
                     R"("additionalProperties":false}}]}})",
                     amount, amount, CurrencyCode(type.currency));
}

std::string EnumSchema(const Enum& enumeration) {
  std::string words;
  for (const Enum::Member& member : enumeration.members) {
    const auto add = [&](const std::string& word) {
      words += words.empty() ? "" : enumeration.ignoring_case ? "|" : ",";
      words += enumeration.ignoring_case ? AnyCasePattern(word) : Quoted(word);
    };
    add(member.name);
    for (const std::string& label : member.labels) {
      add(label);
    }
  }
  return enumeration.ignoring_case ? PatternSchema(words)
                                   : fmt::format(R"({{"enum":[{}]}})", words);
}

template <typename CodeOf>
std::string CodesSchema(std::size_t count, CodeOf code_of) {
  std::string codes;
  for (std::size_t i = 0; i < count; ++i) {
    codes += fmt::format("{}\"{}\"", i == 0 ? "" : ",", code_of(i));
  }
  return fmt::format(R"({{"enum":[{}]}})", codes);
}

std::string Reference(std::string_view name) {
  return fmt::format(R"({{"$ref":"#/$defs/{}"}})", name);
}

std::string TextSchema(const Type& type, bool as_item) {
  return fmt::format(R"({{"type":"string",{}"maxLength":{},"pattern":"^[^\\u0000]*$"}})",
                     as_item ? "" : R"("minLength":1,)",
                     type.max_length == 0 ? 256 : type.max_length);
}

std::string EmailSchema() {
  return PatternSchema(
      fmt::format("(?=[^@]{{1,64}}@){0}(\\.{0})*@({1}(\\.{1})+|{2})", kAtom, kLabel, kOtherScript));
}

std::string ListSchema(const Type& type) {
  Type item = ItemType(type);
  item.max_length = type.max_length;
  return fmt::format(R"({{"type":"array","maxItems":{},"items":{}}})", type.max_items,
                     ScalarSchema(item, true));
}

}  // namespace

std::string Quoted(std::string_view text) {
  std::string out;
  AppendJsonText(text, out);
  return out;
}

std::string InstantSchema() {
  return PatternSchema(
      fmt::format("{}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{{1,3}}0*)?(Z|[+-][0-2][0-9]"
                  ":[0-5][0-9])",
                  kDatePattern));
}

std::string CodeDefinitions() {
  return fmt::format("\"country\": {},\n\"currency\": {},\n\"language\": {}",
                     CodesSchema(CountryCount(), CountryCode),
                     CodesSchema(CurrencyCount(), CurrencyCode),
                     CodesSchema(LanguageCount(), LanguageCode));
}

std::string ScalarSchema(const Type& type, bool as_item) {
  switch (type.kind) {
    case TypeKind::kYesNo:
      return R"({"enum":[true,false,"yes","no"]})";
    case TypeKind::kEnum:
      return EnumSchema(*type.enumeration);
    case TypeKind::kText:
      return TextSchema(type, as_item);
    case TypeKind::kInteger:
      return fmt::format(R"({{"type":"integer","minimum":{},"maximum":{}}})", type.low, type.high);
    case TypeKind::kDecimal:
      return fmt::format(R"({{"anyOf":[{}]}})", NumberOrText(type, ""));
    case TypeKind::kMoney:
      return MoneySchema(type);
    case TypeKind::kPercent:
      return fmt::format(R"({{"anyOf":[{}]}})", NumberOrText(type, "%?"));
    case TypeKind::kDate:
      return fmt::format(R"({{"type":"string","format":"date","pattern":"^{}$"}})", kDatePattern);
    case TypeKind::kInstant:
      return InstantSchema();
    case TypeKind::kEmail:
      return EmailSchema();
    case TypeKind::kDomain:
      return PatternSchema(fmt::format("{0}(\\.{0})+|{1}", kLabel, kOtherScript));
    case TypeKind::kPhone:
      return PatternSchema("[ ().-]*\\+[ ().-]*[1-9]([ ().-]*[0-9]){6,14}[ ().-]*");
    case TypeKind::kCountry:
      return Reference("country");
    case TypeKind::kCurrency:
      return Reference("currency");
    case TypeKind::kLanguage:
      return Reference("language");
    case TypeKind::kList:
      return ListSchema(type);
  }
  return "false";
}

}  // namespace lq::schema
