#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lq {

enum class TypeKind : std::uint8_t {
  kYesNo,
  kEnum,
  kText,
  kInteger,
  kDecimal,
  kMoney,
  kPercent,
  kDate,
  kInstant,
  kEmail,
  kDomain,
  kPhone,
  kCountry,
  kCurrency,
  kLanguage,
  kList,
};

// The names of an enum, in declaration order. A value is the index of its name.
struct Enum {
  struct Member {
    std::string name;
    // Texts that intake accepts for the name beside the name itself.
    std::vector<std::string> labels;
  };
  std::string name;
  std::vector<Member> members;
  // Names and labels are matched by simple case folding at intake.
  bool ignoring_case = false;
};

// A type with its declared domain. Two types are the same when kind, enum, currency, places (and
// the element's kind and enum, for a list) are; ranges and lengths are domains, not identities.
struct Type {
  TypeKind kind = TypeKind::kYesNo;
  // Of a list: what it holds (kEnum, kText, kCountry or kLanguage).
  TypeKind element = TypeKind::kText;
  // Decimal places of kDecimal (0 to 6); minor digits of the currency for kMoney; 2 for kPercent.
  std::uint8_t places = 0;
  // kMoney: index in the sorted ISO 4217 table.
  std::uint16_t currency = 0;
  // kList: most items. Texts: most code points.
  std::uint32_t max_items = 0;
  std::uint32_t max_length = 0;
  // kEnum, or a list of an enum. Owned by the program or the plan.
  const Enum* enumeration = nullptr;
  // Every kind whose values are numbers: the least and greatest value, inclusive, in the units of
  // Value.
  std::int64_t low = 0;
  std::int64_t high = 0;
};

// Values are numbers (see value.h), and low/high bound them.
constexpr bool IsNumeric(TypeKind kind) {
  switch (kind) {
    case TypeKind::kText:
    case TypeKind::kEmail:
    case TypeKind::kDomain:
    case TypeKind::kPhone:
    case TypeKind::kList:
      return false;
    case TypeKind::kYesNo:
    case TypeKind::kEnum:
    case TypeKind::kInteger:
    case TypeKind::kDecimal:
    case TypeKind::kMoney:
    case TypeKind::kPercent:
    case TypeKind::kDate:
    case TypeKind::kInstant:
    case TypeKind::kCountry:
    case TypeKind::kCurrency:
    case TypeKind::kLanguage:
      return true;
  }
  return false;
}

// Ordered types take `at least` and the like, and bands: numbers, money, percent, dates, instants.
constexpr bool IsOrdered(TypeKind kind) {
  return kind == TypeKind::kInteger || kind == TypeKind::kDecimal || kind == TypeKind::kMoney ||
         kind == TypeKind::kPercent || kind == TypeKind::kDate || kind == TypeKind::kInstant;
}

// text, email, domain, phone.
constexpr bool IsTextual(TypeKind kind) {
  return kind == TypeKind::kText || kind == TypeKind::kEmail || kind == TypeKind::kDomain ||
         kind == TypeKind::kPhone;
}

}  // namespace lq
