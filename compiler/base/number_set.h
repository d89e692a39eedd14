#pragma once

#include <cstdint>
#include <vector>

namespace lq {

// From low to high, both included.
struct NumberRange {
  std::int64_t low = 0;
  std::int64_t high = 0;
  bool operator==(const NumberRange&) const = default;
};

// Ascending, disjoint, never adjacent.
using NumberSet = std::vector<NumberRange>;

// The ranges in any order, overlapping or empty (low above high), as a set.
NumberSet MakeNumberSet(std::vector<NumberRange> ranges);
NumberSet Intersection(const NumberSet& a, const NumberSet& b);
NumberSet Union(const NumberSet& a, const NumberSet& b);
// What of `domain` is not in `set`, which lies within it.
NumberSet Complement(const NumberSet& set, NumberRange domain);

}  // namespace lq
