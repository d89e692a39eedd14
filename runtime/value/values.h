#pragma once

#include <compare>
#include <span>
#include <string>

#include "runtime/value/arena.h"
#include "runtime/value/possible.h"
#include "runtime/value/type.h"
#include "runtime/value/value.h"

namespace lq {

// The order of the domain: numbers by value (so enums as declared, no before yes), texts by code
// point, lists by length of their common prefix, item by item.
std::strong_ordering CompareValues(TypeKind kind, const Value& a, const Value& b);
// For lists the element kind matters, so the whole type is given.
std::strong_ordering CompareValues(const Type& type, const Value& a, const Value& b);

// The type of a list's items; its domain (ranges, lengths) is not known.
Type ItemType(const Type& list);

// Same kind, enum, currency, places and element; ranges may differ.
bool SameType(const Type& a, const Type& b);

// The set of `values` (sorted here, duplicates dropped), at least one.
Possible PossibleValues(const Type& type, std::span<const Value> values, Cause cause, Arena& arena);
// Makes `value`, which lives as long as `possible`, its only one. Member by member: a set that is
// made aside and copied is read in wider pieces than it was written, which processors wait for.
inline void SetKnown(const Value& value, Possible& possible) {
  possible.form = Possible::Form::kValues;
  possible.cause = Cause::kNone;
  possible.count = 1;
  possible.values = &value;
}
// From low to high inclusive; one value when they are equal.
Possible PossibleBand(std::int64_t low, std::int64_t high, Cause cause, Arena& arena);
Possible PossibleAll(Cause cause);
// Least and greatest possible value of a numeric type.
std::int64_t Low(const Type& type, const Possible& possible);
std::int64_t High(const Type& type, const Possible& possible);

// A deep copy of a value's text or items into `arena`.
Value CopyValue(TypeKind kind, TypeKind element, const Value& value, Arena& arena);

// JSON of one value as decisions print it: enums as names, `yes_no` true or false, money
// {"amount":"5999.99","currency":"EUR"}, decimals with all their places and percents with none to
// spare as strings ("1.50", "12.5%"), dates and instants ISO text, integers as numbers, a language
// "en".
void AppendValueJson(const Type& type, const Value& value, std::string& out);
// The same as a person reads it in content and messages: yes, enterprise, 5999.99 EUR, 12.5%,
// 2026-07-01, DE.
void AppendValueText(const Type& type, const Value& value, std::string& out);
// A set for a person: `51 to 200`, `DE or AT`, `at least 51` never: ends are always both known.
void AppendPossibleText(const Type& type, const Possible& possible, std::string& out);

}  // namespace lq
