#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "compiler/base/number_set.h"
#include "compiler/check/table_tests.h"

namespace lq::check {

// Why a table is looked at.
enum class TablePurpose : std::uint8_t {
  // To find a value that two rows take: every point is a real value.
  kOverlap,
  // To find a value that no row takes: every real value has a point that passes no more tests than
  // it.
  kGap,
};

// The points that stand for the values of a text or a list.
class AxisPoints {
 public:
  virtual ~AxisPoints() = default;
  virtual std::size_t size() const = 0;
  // The points that pass this comparison.
  virtual NumberSet Passing(ir::CondId comparison) const = 0;
  // A point that passes no comparison but an exact one, negated or not; size() when there is none.
  virtual std::size_t hopeless() const = 0;
  // A comparison of which `hopeless` knows nothing.
  virtual bool exact(ir::CondId comparison) const = 0;
  // "`site` \"shop.example\"", "`site` another text".
  virtual std::string Describe(std::size_t point) const = 0;
};

// For an axis of kind kText or kList; constants have the values of `day`. All given outlive the
// result.
std::unique_ptr<AxisPoints> MakeAxisPoints(const ir::Program& program, const TestAxis& axis,
                                           TablePurpose purpose, std::int64_t day, Arena& arena);

std::unique_ptr<AxisPoints> MakeTextPoints(const ir::Program& program, const TestAxis& axis,
                                           TablePurpose purpose, std::int64_t day, Arena& arena);
std::unique_ptr<AxisPoints> MakeListPoints(const ir::Program& program, const TestAxis& axis,
                                           TablePurpose purpose, std::int64_t day, Arena& arena);

}  // namespace lq::check
