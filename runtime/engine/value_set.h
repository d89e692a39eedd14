#pragma once

#include <cstdint>
#include <vector>

namespace lq::engine {

// Whole numbers from low to high, inclusive.
struct Interval {
  std::int64_t low = 0;
  std::int64_t high = 0;
};

// A set of whole numbers: disjoint intervals, ascending, none touching the next.
using ValueSet = std::vector<Interval>;

// Sorts and merges.
ValueSet MakeSet(std::vector<Interval> intervals);
// What of `domain` is not in the set.
ValueSet Complement(const ValueSet& set, Interval domain);

}  // namespace lq::engine
