#include <fmt/format.h>

#include "compiler/check/check_type.h"
#include "runtime/value/iso.h"
#include "runtime/value/kind_text.h"
#include "runtime/value/values.h"

namespace lq::check {
namespace {

std::string ListText(const Type& type) {
  Type element = type;
  element.kind = type.element;
  if (element.kind == TypeKind::kEnum)
    return fmt::format("a list of {}", type.enumeration->name);
  return fmt::format("a list of {}", element.kind == TypeKind::kText      ? "text"
                                     : element.kind == TypeKind::kCountry ? "country"
                                                                          : "language");
}

}  // namespace

std::string TypeText(const Type& type) {
  switch (type.kind) {
    case TypeKind::kYesNo:
      return "yes or no";
    case TypeKind::kEnum:
      return fmt::format("one of {}", type.enumeration->name);
    case TypeKind::kText:
      return "text";
    case TypeKind::kDecimal:
      return type.places == 1 ? "a decimal with 1 place"
                              : fmt::format("a decimal with {} places", type.places);
    case TypeKind::kMoney:
      return fmt::format("money {}", CurrencyCode(type.currency));
    case TypeKind::kList:
      return ListText(type);
    case TypeKind::kInteger:
    case TypeKind::kPercent:
    case TypeKind::kDate:
    case TypeKind::kInstant:
    case TypeKind::kEmail:
    case TypeKind::kDomain:
    case TypeKind::kPhone:
    case TypeKind::kCountry:
    case TypeKind::kCurrency:
    case TypeKind::kLanguage:
      break;
  }
  return std::string(KindText(type.kind));
}

std::string TypeWithRange(const Type& type) {
  const bool ranged = type.kind == TypeKind::kInteger || type.kind == TypeKind::kDecimal ||
                      type.kind == TypeKind::kMoney || type.kind == TypeKind::kPercent;
  if (!ranged)
    return TypeText(type);
  return fmt::format("{} from {} to {}", TypeText(type), ValueText(type, Value::Number(type.low)),
                     ValueText(type, Value::Number(type.high)));
}

std::string ValueText(const Type& type, const Value& value) {
  std::string text;
  AppendValueText(type, value, text);
  if (!IsTextual(type.kind))
    return text;
  return fmt::format("\"{}\"", text);
}

}  // namespace lq::check
