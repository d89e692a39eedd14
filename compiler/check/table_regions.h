#pragma once

#include <cstdint>
#include <optional>
#include <vector>

// Sets of points in a space of a few finite axes: which rows of a table share a point, and which
// points no row has. Knows nothing of types; see table_space.h.
namespace lq::check {

// From first to last, both included.
struct IndexRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool operator==(const IndexRange&) const = default;
};

// Ascending, disjoint.
using IndexSet = std::vector<IndexRange>;

// The points of one row: the product of one set an axis.
struct Box {
  std::vector<IndexSet> sides;
};

struct Regions {
  // How many points each axis has, at least one.
  std::vector<std::uint32_t> axis_sizes;
  // In the order of the table.
  std::vector<Box> rows;
};

struct RowOverlap {
  std::size_t first = 0;
  std::size_t second = 0;
  // A point of both, one index an axis.
  std::vector<std::uint32_t> point;
};

// For each row that shares a point with an earlier one the earliest such row; in order of `second`,
// at most `limit`. Sweeps along the axis that separates the rows best, so that a table of 10,000
// rows whose intervals do not overlap is done in the time of a sort.
std::vector<RowOverlap> FindOverlaps(const Regions& regions, std::size_t limit);

struct RowGap {
  // An index where the axis matters, nothing where any point will do.
  std::vector<std::optional<std::uint32_t>> point;
};

enum class Completeness : std::uint8_t { kComplete, kGap, kTooComplex };

// Whether every point belongs to some row; else `gap` is one that belongs to none. Gives up, as
// kTooComplex, after `budget` looks at a row.
Completeness FindGap(const Regions& regions, std::size_t budget, RowGap& gap);

}  // namespace lq::check
