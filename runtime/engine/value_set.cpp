#include "runtime/engine/value_set.h"

#include <algorithm>

namespace lq::engine {

ValueSet MakeSet(std::vector<Interval> intervals) {
  std::sort(intervals.begin(), intervals.end(),
            [](const Interval& a, const Interval& b) { return a.low < b.low; });
  std::size_t count = 0;
  for (const Interval next : intervals) {
    if (next.low > next.high)
      continue;
    Interval* const last = count == 0 ? nullptr : &intervals[count - 1];
    // Written so that nothing leaves 64 bits: a domain may end with the greatest number there is.
    if (last != nullptr && (next.low <= last->high || next.low - 1 == last->high)) {
      last->high = std::max(last->high, next.high);
    } else {
      intervals[count++] = next;
    }
  }
  intervals.resize(count);
  return intervals;
}

ValueSet Complement(const ValueSet& set, Interval domain) {
  ValueSet result;
  std::int64_t next = domain.low;
  for (const Interval& interval : set) {
    if (interval.high < domain.low)
      continue;
    if (interval.low > domain.high)
      break;
    if (interval.low > next)
      result.push_back({next, interval.low - 1});
    if (interval.high >= domain.high)
      return result;
    next = interval.high + 1;
  }
  result.push_back({next, domain.high});
  return result;
}

}  // namespace lq::engine
