#include "compiler/check/table_regions.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace lq::check {
namespace {

constexpr std::size_t kNoRow = SIZE_MAX;
// Rows that overlap everywhere are found soon enough.
constexpr std::size_t kMaxPairs = 10'000;

std::optional<std::uint32_t> CommonIndex(const IndexSet& a, const IndexSet& b) {
  auto x = a.begin();
  auto y = b.begin();
  while (x != a.end() && y != b.end()) {
    const std::uint32_t first = std::max(x->first, y->first);
    if (first <= std::min(x->last, y->last))
      return first;
    if (x->last < y->last) {
      ++x;
    } else {
      ++y;
    }
  }
  return std::nullopt;
}

bool CommonPoint(const Box& a, const Box& b, std::vector<std::uint32_t>& point) {
  point.clear();
  for (std::size_t axis = 0; axis < a.sides.size(); ++axis) {
    const std::optional<std::uint32_t> index = CommonIndex(a.sides[axis], b.sides[axis]);
    if (!index)
      return false;
    point.push_back(*index);
  }
  return true;
}

struct RowRange {
  IndexRange range;
  std::size_t row = 0;
};

using Rows = std::vector<std::size_t>;

Rows AllRows(const Regions& regions) {
  Rows rows(regions.rows.size());
  std::iota(rows.begin(), rows.end(), std::size_t{0});
  return rows;
}

// All ranges of these rows on one axis, by where they begin.
std::vector<RowRange> RangesOn(const Regions& regions, const Rows& rows, std::size_t axis) {
  std::vector<RowRange> ranges;
  for (const std::size_t row : rows) {
    for (const IndexRange& range : regions.rows[row].sides[axis])
      ranges.push_back({range, row});
  }
  std::sort(ranges.begin(), ranges.end(), [](const RowRange& a, const RowRange& b) {
    return a.range.first != b.range.first ? a.range.first < b.range.first : a.row < b.row;
  });
  return ranges;
}

// How many pairs of ranges a sweep along these would meet.
std::size_t CountPairs(const std::vector<RowRange>& ranges) {
  std::vector<std::uint32_t> lasts;
  for (const RowRange& range : ranges)
    lasts.push_back(range.range.last);
  std::sort(lasts.begin(), lasts.end());
  std::size_t pairs = 0;
  std::size_t ended = 0;
  for (std::size_t begun = 0; begun < ranges.size(); ++begun) {
    while (ended < lasts.size() && lasts[ended] < ranges[begun].range.first)
      ++ended;
    pairs += begun - ended;
  }
  return pairs;
}

std::vector<RowRange> BestSweep(const Regions& regions) {
  const Rows rows = AllRows(regions);
  std::vector<RowRange> best;
  std::size_t fewest = SIZE_MAX;
  for (std::size_t axis = 0; axis < regions.axis_sizes.size(); ++axis) {
    std::vector<RowRange> ranges = RangesOn(regions, rows, axis);
    const std::size_t pairs = CountPairs(ranges);
    if (pairs >= fewest)
      continue;
    fewest = pairs;
    best = std::move(ranges);
  }
  return best;
}

class OverlapFinder {
 public:
  explicit OverlapFinder(const Regions& regions)
      : regions_(regions), partner_(regions.rows.size(), kNoRow) {}

  std::vector<RowOverlap> Find(std::size_t limit) {
    Sweep();
    std::vector<RowOverlap> overlaps;
    for (std::size_t row = 0; row < partner_.size() && overlaps.size() < limit; ++row) {
      if (partner_[row] == kNoRow)
        continue;
      RowOverlap overlap{partner_[row], row, {}};
      CommonPoint(regions_.rows[overlap.first], regions_.rows[row], overlap.point);
      overlaps.push_back(std::move(overlap));
    }
    return overlaps;
  }

 private:
  void Sweep() {
    std::vector<RowRange> active;
    for (const RowRange& next : BestSweep(regions_)) {
      std::size_t kept = 0;
      for (std::size_t i = 0; i < active.size(); ++i) {
        if (active[i].range.last < next.range.first)
          continue;
        active[kept++] = active[i];
        Compare(active[i].row, next.row);
      }
      active.resize(kept);
      active.push_back(next);
      if (found_ > kMaxPairs)
        return;
    }
  }

  void Compare(std::size_t a, std::size_t b) {
    const std::size_t first = std::min(a, b);
    const std::size_t second = std::max(a, b);
    if (first == second || partner_[second] <= first)
      return;
    if (!CommonPoint(regions_.rows[first], regions_.rows[second], point_))
      return;
    partner_[second] = first;
    ++found_;
  }

  const Regions& regions_;
  // By row: the earliest row that it overlaps.
  std::vector<std::size_t> partner_;
  std::vector<std::uint32_t> point_;
  std::size_t found_ = 0;
};

// Splits along one axis after the other into the classes of points that belong to the same rows.
class GapFinder {
 public:
  GapFinder(const Regions& regions, std::size_t budget, RowGap& gap)
      : regions_(regions), budget_(budget), gap_(gap) {}

  Completeness Find() {
    gap_.point.assign(regions_.axis_sizes.size(), std::nullopt);
    return Cover(0, AllRows(regions_));
  }

 private:
  bool IsFull(std::size_t row, std::size_t axis) const {
    const IndexSet& side = regions_.rows[row].sides[axis];
    return side.size() == 1 && side[0].first == 0 && side[0].last + 1 == regions_.axis_sizes[axis];
  }

  // Whether the rows cover all that axes from `axis` on span.
  Completeness Cover(std::size_t axis, const Rows& rows) {
    if (rows.empty())
      return Completeness::kGap;
    while (axis < regions_.axis_sizes.size() && AllFull(axis, rows))
      ++axis;
    if (axis == regions_.axis_sizes.size())
      return Completeness::kComplete;
    if (!Spend(rows.size()))
      return Completeness::kTooComplex;
    const auto [known, fresh] = seen_.try_emplace({axis, rows}, Completeness::kComplete);
    if (!fresh)
      return known->second;
    return Split(axis, rows);
  }

  bool AllFull(std::size_t axis, const Rows& rows) const {
    return std::all_of(rows.begin(), rows.end(),
                       [&](std::size_t row) { return IsFull(row, axis); });
  }

  bool Spend(std::size_t looks) {
    if (budget_ < looks)
      return false;
    budget_ -= looks;
    return true;
  }

  // Where the set of rows changes along the axis.
  std::vector<std::uint32_t> Starts(std::size_t axis, const std::vector<RowRange>& ranges) const {
    std::vector<std::uint32_t> starts{0};
    for (const RowRange& range : ranges) {
      starts.push_back(range.range.first);
      if (range.range.last + 1 < regions_.axis_sizes[axis])
        starts.push_back(range.range.last + 1);
    }
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    return starts;
  }

  Completeness Split(std::size_t axis, const Rows& rows) {
    const std::vector<RowRange> ranges = RangesOn(regions_, rows, axis);
    std::size_t begun = 0;
    std::vector<RowRange> active;
    for (const std::uint32_t start : Starts(axis, ranges)) {
      std::erase_if(active, [&](const RowRange& range) { return range.range.last < start; });
      while (begun < ranges.size() && ranges[begun].range.first <= start) {
        active.push_back(ranges[begun++]);
      }
      if (!Spend(active.size() + 1))
        return Completeness::kTooComplex;
      gap_.point[axis] = start;
      const Completeness found = Cover(axis + 1, RowsOf(active));
      if (found != Completeness::kComplete)
        return found;
    }
    gap_.point[axis].reset();
    return Completeness::kComplete;
  }

  static Rows RowsOf(const std::vector<RowRange>& active) {
    Rows rows;
    for (const RowRange& range : active)
      rows.push_back(range.row);
    std::sort(rows.begin(), rows.end());
    return rows;
  }

  const Regions& regions_;
  std::size_t budget_;
  RowGap& gap_;
  // What is known to be covered: reached again only after it was, since the search ends at a gap.
  std::map<std::pair<std::size_t, Rows>, Completeness> seen_;
};

}  // namespace

std::vector<RowOverlap> FindOverlaps(const Regions& regions, std::size_t limit) {
  return OverlapFinder(regions).Find(limit);
}

Completeness FindGap(const Regions& regions, std::size_t budget, RowGap& gap) {
  return GapFinder(regions, budget, gap).Find();
}

}  // namespace lq::check
