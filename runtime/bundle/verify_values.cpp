#include "runtime/bundle/verify_values.h"

#include <algorithm>
#include <limits>

#include "runtime/value/address.h"
#include "runtime/value/arena.h"
#include "runtime/value/date.h"
#include "runtime/value/iso.h"
#include "runtime/value/values.h"

namespace lq::bundle {
namespace {

constexpr std::uint8_t kMostPlaces = 6;
constexpr std::uint32_t kMostItems = 64;
constexpr std::size_t kMostMembers = 4096;

Range UpTo(std::size_t count) { return {0, static_cast<Int128>(count) - 1}; }

bool HasItsPlaces(const Type& type) {
  switch (type.kind) {
    case TypeKind::kDecimal:
      return type.places <= kMostPlaces;
    case TypeKind::kMoney:
      return type.currency < CurrencyCount() && type.places == CurrencyMinorDigits(type.currency);
    case TypeKind::kPercent:
      return type.places == 2;
    case TypeKind::kYesNo:
    case TypeKind::kEnum:
    case TypeKind::kText:
    case TypeKind::kInteger:
    case TypeKind::kDate:
    case TypeKind::kInstant:
    case TypeKind::kEmail:
    case TypeKind::kDomain:
    case TypeKind::kPhone:
    case TypeKind::kCountry:
    case TypeKind::kCurrency:
    case TypeKind::kLanguage:
    case TypeKind::kList:
      return type.places == 0;
  }
  return false;
}

bool HasItsEnum(const Type& type) {
  const TypeKind kind = type.kind == TypeKind::kList ? type.element : type.kind;
  if (kind != TypeKind::kEnum)
    return type.enumeration == nullptr;
  return type.enumeration != nullptr && !type.enumeration->members.empty() &&
         type.enumeration->members.size() <= kMostMembers;
}

bool IsSoundList(const Type& type) {
  const bool element = type.element == TypeKind::kEnum || type.element == TypeKind::kText ||
                       type.element == TypeKind::kCountry || type.element == TypeKind::kLanguage;
  return element && type.max_items <= kMostItems;
}

}  // namespace

void Range::Add(Range other) {
  const bool empty = low > high;
  low = empty ? other.low : std::min(low, other.low);
  high = empty ? other.high : std::max(high, other.high);
}

Range NaturalRange(const Type& type) {
  constexpr Int128 kGreatest = std::numeric_limits<std::int64_t>::max();
  switch (type.kind) {
    case TypeKind::kYesNo:
      return {0, 1};
    case TypeKind::kEnum:
      return UpTo(type.enumeration->members.size());
    case TypeKind::kDate:
      return {kFirstDay, kLastDay};
    case TypeKind::kInstant:
      return {kFirstInstant, kLastInstant};
    case TypeKind::kCountry:
      return UpTo(CountryCount());
    case TypeKind::kCurrency:
      return UpTo(CurrencyCount());
    case TypeKind::kLanguage:
      return UpTo(LanguageCount());
    case TypeKind::kInteger:
    case TypeKind::kDecimal:
    case TypeKind::kMoney:
    case TypeKind::kPercent:
      return {-kGreatest, kGreatest};
    case TypeKind::kText:
    case TypeKind::kEmail:
    case TypeKind::kDomain:
    case TypeKind::kPhone:
    case TypeKind::kList:
      break;
  }
  return {};
}

Range DeclaredRange(const Type& type) { return {type.low, type.high}; }

bool IsSound(const Type& type) {
  if (!HasItsPlaces(type) || !HasItsEnum(type))
    return false;
  if (type.kind == TypeKind::kList)
    return IsSoundList(type);
  return !IsNumeric(type.kind) ||
         (type.low <= type.high && NaturalRange(type).Holds(DeclaredRange(type)));
}

bool IsSoundForField(const Type& type) {
  return !IsNumeric(type.kind) || IsOrdered(type.kind) ||
         DeclaredRange(type).Holds(NaturalRange(type));
}

bool IsSound(const Type& type, const Value& value) {
  if (IsNumeric(type.kind))
    return NaturalRange(type).Holds({value.number(), value.number()});
  const Type item = ItemType(type);
  return type.kind != TypeKind::kList ||
         (value.items().size() <= kMostItems &&
          std::all_of(value.items().begin(), value.items().end(),
                      [&](const Value& one) { return IsSound(item, one); }));
}

bool IsWellFormed(const Type& type, const Value& value) {
  Arena arena;
  if (type.kind == TypeKind::kEmail)
    return NormalizeEmail(value.text(), arena) == value.text();
  if (type.kind == TypeKind::kDomain)
    return NormalizeDomain(value.text(), arena) == value.text();
  return type.kind != TypeKind::kPhone || NormalizePhone(value.text(), arena) == value.text();
}

}  // namespace lq::bundle
