#include <fmt/format.h>

#include "runtime/value/date.h"
#include "runtime/value/iso.h"
#include "runtime/value/json_text.h"
#include "runtime/value/number.h"
#include "runtime/value/values.h"

namespace lq {
namespace {

std::string_view MemberName(const Type& type, const Value& value) {
  return type.enumeration->members[static_cast<std::size_t>(value.number())].name;
}

std::size_t Index(const Value& value) { return static_cast<std::size_t>(value.number()); }

void AppendPercent(const Value& value, std::string& out) {
  AppendShortDecimal(value.number(), 2, out);
  out += '%';
}

void AppendMoneyJson(const Type& type, const Value& value, std::string& out) {
  out += R"({"amount":")";
  AppendDecimal(value.number(), type.places, out);
  out += R"(","currency":")";
  out += CurrencyCode(type.currency);
  out += R"("})";
}

void AppendListJson(const Type& type, const Value& value, std::string& out) {
  const Type element = ItemType(type);
  out += '[';
  for (const Value& item : value.items()) {
    if (&item != value.items().data()) {
      out += ',';
    }
    AppendValueJson(element, item, out);
  }
  out += ']';
}

void AppendLanguageText(const Value& value, std::string& out) {
  for (const char c : LanguageCode(Index(value))) {
    out += static_cast<char>(c - 'a' + 'A');
  }
}

// "a, b or c", with `last` before the last one.
void AppendJoined(const Type& type, std::span<const Value> values, std::string_view last,
                  std::string& out) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) {
      out += i + 1 == values.size() ? last : ", ";
    }
    AppendValueText(type, values[i], out);
  }
}

void AppendListText(const Type& type, const Value& value, std::string& out) {
  if (value.items().empty()) {
    out += "none";
  } else {
    AppendJoined(ItemType(type), value.items(), ", ", out);
  }
}

void AppendBandText(const Type& type, std::int64_t low, std::int64_t high, std::string& out) {
  AppendValueText(type, Value::Number(low), out);
  out += " to ";
  AppendValueText(type, Value::Number(high), out);
}

// Of what nothing is known.
void AppendAnyText(const Type& type, std::string& out) {
  switch (type.kind) {
    case TypeKind::kYesNo:
      out += "no or yes";
      return;
    case TypeKind::kEnum:
      out += "any " + type.enumeration->name;
      return;
    case TypeKind::kText:
      out += "any text";
      return;
    case TypeKind::kEmail:
      out += "any e-mail address";
      return;
    case TypeKind::kDomain:
      out += "any domain";
      return;
    case TypeKind::kPhone:
      out += "any phone number";
      return;
    case TypeKind::kCountry:
      out += "any country";
      return;
    case TypeKind::kCurrency:
      out += "any currency";
      return;
    case TypeKind::kLanguage:
      out += "any language";
      return;
    case TypeKind::kList:
      out += "any list";
      return;
    case TypeKind::kInteger:
    case TypeKind::kDecimal:
    case TypeKind::kMoney:
    case TypeKind::kPercent:
    case TypeKind::kDate:
    case TypeKind::kInstant:
      AppendBandText(type, type.low, type.high, out);
      return;
  }
}

}  // namespace

void AppendValueJson(const Type& type, const Value& value, std::string& out) {
  switch (type.kind) {
    case TypeKind::kYesNo:
      out += value.number() != 0 ? "true" : "false";
      return;
    case TypeKind::kInteger:
      out += std::to_string(value.number());
      return;
    case TypeKind::kMoney:
      AppendMoneyJson(type, value, out);
      return;
    case TypeKind::kList:
      AppendListJson(type, value, out);
      return;
    case TypeKind::kText:
    case TypeKind::kEmail:
    case TypeKind::kDomain:
    case TypeKind::kPhone:
      AppendJsonText(value.text(), out);
      return;
    case TypeKind::kLanguage:
      AppendJsonText(LanguageCode(Index(value)), out);
      return;
    case TypeKind::kEnum:
    case TypeKind::kDecimal:
    case TypeKind::kPercent:
    case TypeKind::kDate:
    case TypeKind::kInstant:
    case TypeKind::kCountry:
    case TypeKind::kCurrency:
      // Nothing in these texts needs an escape.
      out += '"';
      AppendValueText(type, value, out);
      out += '"';
      return;
  }
}

void AppendValueText(const Type& type, const Value& value, std::string& out) {
  switch (type.kind) {
    case TypeKind::kYesNo:
      out += value.number() != 0 ? "yes" : "no";
      return;
    case TypeKind::kEnum:
      out += MemberName(type, value);
      return;
    case TypeKind::kInteger:
    case TypeKind::kDecimal:
      AppendDecimal(value.number(), type.places, out);
      return;
    case TypeKind::kMoney:
      AppendDecimal(value.number(), type.places, out);
      out += ' ';
      out += CurrencyCode(type.currency);
      return;
    case TypeKind::kPercent:
      AppendPercent(value, out);
      return;
    case TypeKind::kDate:
      AppendDate(value.number(), out);
      return;
    case TypeKind::kInstant:
      AppendInstant(value.number(), out);
      return;
    case TypeKind::kCountry:
      out += CountryCode(Index(value));
      return;
    case TypeKind::kCurrency:
      out += CurrencyCode(Index(value));
      return;
    case TypeKind::kLanguage:
      AppendLanguageText(value, out);
      return;
    case TypeKind::kText:
    case TypeKind::kEmail:
    case TypeKind::kDomain:
    case TypeKind::kPhone:
      out += value.text();
      return;
    case TypeKind::kList:
      AppendListText(type, value, out);
      return;
  }
}

void AppendPossibleText(const Type& type, const Possible& possible, std::string& out) {
  switch (possible.form) {
    case Possible::Form::kAll:
      AppendAnyText(type, out);
      return;
    case Possible::Form::kValues:
      AppendJoined(type, possible.list(), " or ", out);
      return;
    case Possible::Form::kBand:
      AppendBandText(type, possible.values[0].number(), possible.values[1].number(), out);
      return;
  }
}

}  // namespace lq
