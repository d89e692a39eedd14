#include "runtime/value/values.h"

#include <algorithm>
#include <array>

namespace lq {
namespace {

// More possible values than a set holds (possible.h).
constexpr std::size_t kMostValues = 64;

std::strong_ordering CompareLists(const Type& type, const Value& a, const Value& b) {
  const Type element = ItemType(type);
  return std::lexicographical_compare_three_way(
      a.items().begin(), a.items().end(), b.items().begin(), b.items().end(),
      [&](const Value& x, const Value& y) { return CompareValues(element.kind, x, y); });
}

// A single value of something that is not missing is simply known.
Cause CauseOf(Cause cause, std::size_t count) {
  const bool missing =
      cause == Cause::kMissing || cause == Cause::kStale || cause == Cause::kInvalid;
  return count == 1 && !missing ? Cause::kNone : cause;
}

Possible Listed(std::span<const Value> values, Cause cause) {
  return {Possible::Form::kValues, CauseOf(cause, values.size()),
          static_cast<std::uint32_t>(values.size()), values.data()};
}

}  // namespace

std::strong_ordering CompareValues(TypeKind kind, const Value& a, const Value& b) {
  if (IsNumeric(kind)) {
    return a.number() <=> b.number();
  }
  // Bytes of UTF-8 compare as code points do.
  return a.text() <=> b.text();
}

std::strong_ordering CompareValues(const Type& type, const Value& a, const Value& b) {
  return type.kind == TypeKind::kList ? CompareLists(type, a, b) : CompareValues(type.kind, a, b);
}

Type ItemType(const Type& list) {
  Type type;
  type.kind = list.element;
  type.enumeration = list.enumeration;
  return type;
}

bool SameType(const Type& a, const Type& b) {
  if (a.kind != b.kind) {
    return false;
  }
  switch (a.kind) {
    case TypeKind::kEnum:
      return a.enumeration == b.enumeration;
    case TypeKind::kDecimal:
      return a.places == b.places;
    case TypeKind::kMoney:
      return a.currency == b.currency;
    case TypeKind::kList:
      return a.element == b.element &&
             (a.element != TypeKind::kEnum || a.enumeration == b.enumeration);
    case TypeKind::kYesNo:
    case TypeKind::kText:
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
      return true;
  }
  return false;
}

Possible PossibleValues(const Type& type, std::span<const Value> values, Cause cause,
                        Arena& arena) {
  const std::span<Value> sorted = arena.CopyArray(values);
  const auto compare = [&](const Value& a, const Value& b) { return CompareValues(type, a, b); };
  std::sort(sorted.begin(), sorted.end(),
            [&](const Value& a, const Value& b) { return compare(a, b) < 0; });
  const auto end = std::unique(sorted.begin(), sorted.end(),
                               [&](const Value& a, const Value& b) { return compare(a, b) == 0; });
  const auto distinct = sorted.first(static_cast<std::size_t>(end - sorted.begin()));
  if (distinct.size() <= kMostValues) {
    return Listed(distinct, cause);
  }
  if (!IsOrdered(type.kind)) {
    return PossibleAll(cause);
  }
  return PossibleBand(distinct.front().number(), distinct.back().number(), cause, arena);
}

Possible PossibleBand(std::int64_t low, std::int64_t high, Cause cause, Arena& arena) {
  const std::array ends = {Value::Number(low), Value::Number(high)};
  const std::span<Value> copy =
      arena.CopyArray(std::span<const Value>(ends).first(low == high ? 1 : 2));
  if (low == high) {
    return Listed(copy, cause);
  }
  return {Possible::Form::kBand, cause, 2, copy.data()};
}

Possible PossibleAll(Cause cause) { return {Possible::Form::kAll, cause, 0, nullptr}; }

std::int64_t Low(const Type& type, const Possible& possible) {
  return possible.form == Possible::Form::kAll ? type.low : possible.values[0].number();
}

std::int64_t High(const Type& type, const Possible& possible) {
  switch (possible.form) {
    case Possible::Form::kAll:
      return type.high;
    case Possible::Form::kValues:
      return possible.values[possible.count - 1].number();
    case Possible::Form::kBand:
      return possible.values[1].number();
  }
  return type.high;
}

Value CopyValue(TypeKind kind, TypeKind element, const Value& value, Arena& arena) {
  if (IsNumeric(kind)) {
    return value;
  }
  if (kind != TypeKind::kList) {
    return Value::Text(arena.Copy(value.text()));
  }
  const std::span<Value> items = arena.CopyArray(value.items());
  if (!IsNumeric(element)) {
    for (Value& item : items) {
      item = Value::Text(arena.Copy(item.text()));
    }
  }
  return Value::List(items);
}

}  // namespace lq
