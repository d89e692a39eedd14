#pragma once

#include <string>
#include <vector>

#include "compiler/ir/program.h"

namespace lq::check {

// What some tests of a table are about: a field or another value, or whether a condition holds that
// is taken as a whole (a define, a comparison of two fields).
struct TestAxis {
  enum class Kind : std::uint8_t { kNumber, kText, kList, kTruth } kind = Kind::kTruth;
  // kNone for kTruth.
  ir::ExprId subject = ir::kNone;
  // For messages: "company.size", "annual_budget at least floor".
  std::string name;
  // Of kTruth yes_no.
  Type type;
  bool can_be_missing = false;
  // Every comparison about it, for kText and kList.
  std::vector<ir::CondId> comparisons;
};

// One thing that a row asks of one axis.
struct AxisTest {
  enum class Asks : std::uint8_t { kHolds, kKnown, kMissing } asks = Asks::kHolds;
  std::size_t axis = 0;
  // kHolds: a condition about this axis alone, or for kTruth the whole one (then it asks for yes).
  ir::CondId cond = ir::kNone;
  bool negated = false;
};

struct RowTests {
  // The row's condition is the `and` of these.
  std::vector<AxisTest> tests;
  bool never = false;
};

struct TableTests {
  std::vector<TestAxis> axes;
  std::vector<RowTests> rows;
};

// Takes the conditions of a table's rows apart. Conditions about different things that are not
// joined by `and` are taken as a whole, so the axes can be less independent than they look.
TableTests CollectTableTests(const ir::Program& program, const std::vector<ir::CondId>& rows);

}  // namespace lq::check
