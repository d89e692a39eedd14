#include "compiler/ir/type_text.h"

#include <fmt/format.h>

#include "runtime/value/date.h"
#include "runtime/value/iso.h"
#include "runtime/value/number.h"
#include "runtime/value/values.h"

namespace lq::ir {
namespace {

std::string NumberText(const Type& type, std::int64_t number) {
  return ValueText(type, Value::Number(number));
}

std::string Ranged(const Type& type, std::string_view name) {
  return fmt::format("{} from {} to {}", name, NumberText(type, type.low),
                     NumberText(type, type.high));
}

std::string DecimalText(std::int64_t scaled, int places) {
  std::string text;
  AppendDecimal(scaled, places, text);
  return text;
}

std::string EnumName(const Type& type) {
  return fmt::format("one of {}", type.enumeration == nullptr ? "" : type.enumeration->name);
}

std::string Textual(const Type& type, std::string_view name) {
  return fmt::format("{} at most {}", name, type.max_length);
}

std::string ListTypeText(const Type& type) {
  Type item = ItemType(type);
  item.max_length = type.max_length;
  return fmt::format("list of {} at most {}", TypeText(item), type.max_items);
}

std::string ListText(const Type& type, const Value& value) {
  const Type element = ItemType(type);
  std::string text = "[";
  for (const Value& item : value.items()) {
    if (text.size() > 1)
      text += ", ";
    text += ValueText(element, item);
  }
  return text + "]";
}

}  // namespace

std::string TypeText(const Type& type) {
  switch (type.kind) {
    case TypeKind::kYesNo:
      return "yes_no";
    case TypeKind::kEnum:
      return EnumName(type);
    case TypeKind::kText:
      return Textual(type, "text");
    case TypeKind::kInteger:
      return Ranged(type, "integer");
    case TypeKind::kDecimal:
      return Ranged(type, fmt::format("decimal {} places", type.places));
    case TypeKind::kMoney:
      return Ranged(type, fmt::format("money {}", CurrencyCode(type.currency)));
    case TypeKind::kPercent:
      return Ranged(type, "percent");
    case TypeKind::kDate:
      return Ranged(type, "date");
    case TypeKind::kInstant:
      return Ranged(type, "instant");
    case TypeKind::kEmail:
      return Textual(type, "email");
    case TypeKind::kDomain:
      return Textual(type, "domain");
    case TypeKind::kPhone:
      return Textual(type, "phone");
    case TypeKind::kCountry:
      return "country";
    case TypeKind::kCurrency:
      return "currency";
    case TypeKind::kLanguage:
      return "language";
    case TypeKind::kList:
      return ListTypeText(type);
  }
  return {};
}

std::string ValueText(const Type& type, const Value& value) {
  std::string text;
  switch (type.kind) {
    case TypeKind::kYesNo:
      return value.number() != 0 ? "yes" : "no";
    case TypeKind::kEnum:
      return type.enumeration->members[static_cast<std::size_t>(value.number())].name;
    case TypeKind::kInteger:
      return std::to_string(value.number());
    case TypeKind::kDecimal:
      return DecimalText(value.number(), type.places);
    case TypeKind::kMoney:
      return fmt::format("{} {}", DecimalText(value.number(), type.places),
                         CurrencyCode(type.currency));
    case TypeKind::kPercent:
      return DecimalText(value.number(), 2) + "%";
    case TypeKind::kDate:
      AppendDate(value.number(), text);
      return text;
    case TypeKind::kInstant:
      AppendInstant(value.number(), text);
      return text;
    case TypeKind::kText:
    case TypeKind::kEmail:
    case TypeKind::kDomain:
    case TypeKind::kPhone:
      return QuotedText(value.text());
    case TypeKind::kCountry:
      return std::string(CountryCode(static_cast<std::size_t>(value.number())));
    case TypeKind::kCurrency:
      return std::string(CurrencyCode(static_cast<std::size_t>(value.number())));
    case TypeKind::kLanguage:
      return std::string(LanguageCode(static_cast<std::size_t>(value.number())));
    case TypeKind::kList:
      return ListText(type, value);
  }
  return text;
}

std::string QuotedText(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\')
      quoted += '\\';
    if (static_cast<unsigned char>(c) < 0x20) {
      quoted += fmt::format("\\u{{{:X}}}", static_cast<unsigned char>(c));
    } else {
      quoted += c;
    }
  }
  return quoted + "\"";
}

}  // namespace lq::ir
