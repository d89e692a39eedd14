#include "compiler/base/number_set.h"

#include <algorithm>

namespace lq {
namespace {

// `next` begins within `last` or right behind it.
bool Joins(const NumberRange& last, const NumberRange& next) {
  return next.low <= last.high || next.low - 1 == last.high;
}

}  // namespace

NumberSet MakeNumberSet(std::vector<NumberRange> ranges) {
  std::erase_if(ranges, [](const NumberRange& range) { return range.low > range.high; });
  std::sort(ranges.begin(), ranges.end(),
            [](const NumberRange& a, const NumberRange& b) { return a.low < b.low; });
  NumberSet set;
  for (const NumberRange& range : ranges) {
    if (!set.empty() && Joins(set.back(), range)) {
      set.back().high = std::max(set.back().high, range.high);
    } else {
      set.push_back(range);
    }
  }
  return set;
}

NumberSet Intersection(const NumberSet& a, const NumberSet& b) {
  NumberSet common;
  auto x = a.begin();
  auto y = b.begin();
  while (x != a.end() && y != b.end()) {
    const NumberRange range{std::max(x->low, y->low), std::min(x->high, y->high)};
    if (range.low <= range.high)
      common.push_back(range);
    if (x->high < y->high) {
      ++x;
    } else {
      ++y;
    }
  }
  return common;
}

NumberSet Union(const NumberSet& a, const NumberSet& b) {
  std::vector<NumberRange> all = a;
  all.insert(all.end(), b.begin(), b.end());
  return MakeNumberSet(std::move(all));
}

NumberSet Complement(const NumberSet& set, NumberRange domain) {
  NumberSet rest;
  std::int64_t from = domain.low;
  for (const NumberRange& range : set) {
    if (range.low > from)
      rest.push_back({from, range.low - 1});
    if (range.high >= domain.high)
      return rest;
    from = range.high + 1;
  }
  rest.push_back({from, domain.high});
  return rest;
}

}  // namespace lq
