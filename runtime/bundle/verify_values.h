#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "runtime/value/number.h"
#include "runtime/value/type.h"
#include "runtime/value/value.h"

namespace lq::bundle {

// Whole numbers from low to high, inclusive; empty when low is greater.
struct Range {
  Int128 low = 1;
  Int128 high = 0;

  bool Holds(Range other) const { return low <= other.low && other.high <= high; }
  void Add(Range other);
};

// The numbers that values of a numeric type can be, whatever its declared range.
Range NaturalRange(const Type& type);
// The declared range of a numeric type.
Range DeclaredRange(const Type& type);

// Whether a type is one that the language has: its enum, currency, places and range.
bool IsSound(const Type& type);
// Whether a sound type may be that of a field: its range is all there is, unless it may be less.
bool IsSoundForField(const Type& type);
// Whether a number, or the numbers of a list, are some that a sound type can have. Any text is.
bool IsSound(const Type& type, const Value& value);
// Whether an address is written as functions rely on. Other values are.
bool IsWellFormed(const Type& type, const Value& value);

}  // namespace lq::bundle
