#pragma once

#include <memory>
#include <string>
#include <vector>

#include "compiler/check/axis_points.h"
#include "compiler/check/table_regions.h"

namespace lq::check {

// One axis of a table's space. Its indices are ranges of values that all rows treat alike, then,
// where there is one, a point for a missing value, then one for a value that is only known to be
// one of several.
struct SpaceAxis {
  NumberRange domain;
  // Of texts and lists; the domain counts its points.
  std::unique_ptr<AxisPoints> points;
  // The least value of each range.
  std::vector<std::int64_t> starts;
  bool has_missing = false;
  bool has_open = false;

  std::uint32_t missing() const { return static_cast<std::uint32_t>(starts.size()); }
  std::uint32_t open() const { return missing() + (has_missing ? 1 : 0); }
  std::uint32_t size() const { return open() + (has_open ? 1 : 0); }
};

// The rows of a table as regions, one axis for each thing that they test.
struct TableSpace {
  // Owns the constants that `axes` refer to.
  Arena arena;
  std::vector<SpaceAxis> axes;
  Regions regions;
  // By row and axis: the row does not care.
  std::vector<std::vector<bool>> free;
};

// Constants have the values of `day`. A row has a point when it holds there (kOverlap), when it is
// not ruled out there (kGap), with what `assume` makes of it where that cannot be told. The space
// refers to `tests`.
std::unique_ptr<TableSpace> MakeTableSpace(const ir::Program& program, const TableTests& tests,
                                           ir::Assume assume, TablePurpose purpose,
                                           std::int64_t day);

// "`company.size` 500", "`region` missing", "`dach` no".
std::string DescribeIndex(const TableSpace& space, const TableTests& tests, std::size_t axis,
                          std::uint32_t index);

}  // namespace lq::check
