#include "runtime/intake/expected_text.h"

#include <fmt/format.h>

#include "runtime/value/iso.h"
#include "runtime/value/text.h"
#include "runtime/value/values.h"

namespace lq::intake {
namespace {

// `text` without a length of its own.
constexpr std::size_t kUsualLength = 256;

constexpr std::size_t kMostNames = 8;
constexpr std::size_t kMostShown = 60;

std::string RangeText(const Type& type) {
  std::string text;
  AppendPossibleText(type, PossibleAll(Cause::kMissing), text);
  return text;
}

std::string NamesText(const Enum& enumeration) {
  std::string text;
  const std::size_t count = enumeration.members.size();
  const std::size_t shown = count <= kMostNames ? count : kMostNames - 1;
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0)
      text += i + 1 == count ? " or " : ", ";
    text += enumeration.members[i].name;
  }
  if (shown < count)
    text += fmt::format(" or one of {} more", count - shown);
  return text;
}

std::string ItemsText(TypeKind element) {
  switch (element) {
    case TypeKind::kText:
      return "texts";
    case TypeKind::kCountry:
      return "countries";
    case TypeKind::kLanguage:
      return "languages";
    case TypeKind::kYesNo:
    case TypeKind::kEnum:
    case TypeKind::kInteger:
    case TypeKind::kDecimal:
    case TypeKind::kMoney:
    case TypeKind::kPercent:
    case TypeKind::kDate:
    case TypeKind::kInstant:
    case TypeKind::kEmail:
    case TypeKind::kDomain:
    case TypeKind::kPhone:
    case TypeKind::kCurrency:
    case TypeKind::kList:
      return "names";
  }
  return "names";
}

std::string MoneyText(const Type& type) {
  const std::string_view currency = CurrencyCode(type.currency);
  return fmt::format(R"(an amount in {}, written 12 or {{"amount": "12", "currency": "{}"}})",
                     currency, currency);
}

}  // namespace

std::string ExpectedText(const Type& type) {
  switch (type.kind) {
    case TypeKind::kYesNo:
      return R"(true, false, "yes" or "no")";
    case TypeKind::kEnum:
      return NamesText(*type.enumeration);
    case TypeKind::kText:
      return fmt::format("a text of at most {} characters", MostCodePoints(type));
    case TypeKind::kInteger:
      return "a whole number from " + RangeText(type);
    case TypeKind::kDecimal:
      return "a number from " + RangeText(type);
    case TypeKind::kMoney:
      return MoneyText(type);
    case TypeKind::kPercent:
      return fmt::format(R"(a percentage from {}, written 80 or "80%")", RangeText(type));
    case TypeKind::kDate:
      return R"(a date of the calendar, written "2026-07-01")";
    case TypeKind::kInstant:
      return R"(a date and time with its zone, written "2026-07-01T10:00:00Z")";
    case TypeKind::kEmail:
      return R"(an e-mail address, written "ana@firm.example")";
    case TypeKind::kDomain:
      return R"(a domain, written "firm.example")";
    case TypeKind::kPhone:
      return R"(a phone number with its country, written "+49 30 1234567")";
    case TypeKind::kCountry:
      return R"(a country's code of two letters, written "DE")";
    case TypeKind::kCurrency:
      return R"(a currency's code of three letters, written "EUR")";
    case TypeKind::kLanguage:
      return R"(a language's code of two letters, written "en")";
    case TypeKind::kList:
      return fmt::format("a list of at most {} {}", type.max_items, ItemsText(type.element));
  }
  return {};
}

Type BoundedItemType(const Type& list) {
  Type item = ItemType(list);
  item.max_length = list.max_length;
  return item;
}

std::size_t MostCodePoints(const Type& type) {
  return type.max_length == 0 ? kUsualLength : type.max_length;
}

std::string ShownText(std::string_view text) {
  std::string shown(CountCodePoints(text) <= kMostShown ? text : Prefix(text, kMostShown));
  for (char& c : shown) {
    if (static_cast<unsigned char>(c) < ' ')
      c = ' ';
  }
  if (shown.size() < text.size())
    shown += "…";
  return shown;
}

}  // namespace lq::intake
