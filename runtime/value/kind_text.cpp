#include "runtime/value/kind_text.h"

namespace lq {

std::string_view KindText(TypeKind kind) {
  switch (kind) {
    case TypeKind::kYesNo:
      return "a yes_no";
    case TypeKind::kEnum:
      return "an enum value";
    case TypeKind::kText:
      return "a text";
    case TypeKind::kInteger:
      return "an integer";
    case TypeKind::kDecimal:
      return "a decimal";
    case TypeKind::kMoney:
      return "a money amount";
    case TypeKind::kPercent:
      return "a percent";
    case TypeKind::kDate:
      return "a date";
    case TypeKind::kInstant:
      return "an instant";
    case TypeKind::kEmail:
      return "an email";
    case TypeKind::kDomain:
      return "a domain";
    case TypeKind::kPhone:
      return "a phone";
    case TypeKind::kCountry:
      return "a country";
    case TypeKind::kCurrency:
      return "a currency";
    case TypeKind::kLanguage:
      return "a language";
    case TypeKind::kList:
      return "a list";
  }
  return {};
}

}  // namespace lq
