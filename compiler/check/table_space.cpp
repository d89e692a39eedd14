#include "compiler/check/table_space.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/check/check_type.h"
#include "compiler/check/constant_value.h"
#include "runtime/value/iso.h"

namespace lq::check {
namespace {

using Asks = AxisTest::Asks;

// What a row leaves of one axis.
struct Extent {
  NumberSet values;
  bool known = false;
  bool missing = false;
  bool free = true;
};

NumberRange CountedFrom0(std::size_t count) { return {0, static_cast<std::int64_t>(count) - 1}; }

NumberRange DomainOf(const Type& type) {
  if (type.kind == TypeKind::kYesNo)
    return {0, 1};
  if (type.kind == TypeKind::kEnum)
    return CountedFrom0(type.enumeration->members.size());
  if (type.kind == TypeKind::kCountry)
    return CountedFrom0(CountryCount());
  if (type.kind == TypeKind::kCurrency)
    return CountedFrom0(CurrencyCount());
  if (type.kind == TypeKind::kLanguage)
    return CountedFrom0(LanguageCount());
  return {type.low, type.high};
}

class SpaceMaker {
 public:
  SpaceMaker(const ir::Program& program, const TableTests& tests, ir::Assume assume,
             TablePurpose purpose, std::int64_t day)
      : program_(program),
        tests_(tests),
        purpose_(purpose),
        day_(day),
        assumed_(purpose == TablePurpose::kOverlap ? assume == ir::Assume::kYes
                                                   : assume == ir::Assume::kNo),
        strict_(purpose == TablePurpose::kOverlap ? assume != ir::Assume::kYes
                                                  : assume == ir::Assume::kNo),
        space_(std::make_unique<TableSpace>()) {}

  std::unique_ptr<TableSpace> Make() {
    for (const TestAxis& axis : tests_.axes)
      space_->axes.push_back(MakeAxis(axis));
    for (const RowTests& row : tests_.rows)
      extents_.push_back(ExtentsOf(row));
    for (std::size_t axis = 0; axis < tests_.axes.size(); ++axis)
      SplitAxis(axis);
    for (const SpaceAxis& axis : space_->axes)
      space_->regions.axis_sizes.push_back(axis.size());
    for (std::size_t row = 0; row < tests_.rows.size(); ++row)
      AddRow(row);
    if (tests_.axes.empty())
      AddOnlyAxis();
    return std::move(space_);
  }

 private:
  SpaceAxis MakeAxis(const TestAxis& test_axis) {
    SpaceAxis axis;
    axis.has_missing = test_axis.can_be_missing;
    axis.has_open = assumed_;
    if (test_axis.kind == TestAxis::Kind::kTruth) {
      axis.domain = {0, 1};
    } else if (test_axis.kind == TestAxis::Kind::kNumber) {
      axis.domain = DomainOf(test_axis.type);
    } else {
      axis.points = MakeAxisPoints(program_, test_axis, purpose_, day_, space_->arena);
      axis.domain = CountedFrom0(axis.points->size());
    }
    return axis;
  }

  std::int64_t Number(ir::ExprId constant) {
    return ConstantValue(program_, constant, day_, space_->arena).number();
  }

  NumberSet Clipped(const SpaceAxis& axis, std::vector<NumberRange> ranges) const {
    return Intersection(MakeNumberSet(std::move(ranges)), {axis.domain});
  }

  NumberSet NumbersPassing(const SpaceAxis& axis, const ir::Cond& cond) {
    const NumberRange domain = axis.domain;
    std::vector<std::int64_t> right;
    for (const ir::ExprId id : cond.right)
      right.push_back(Number(id));
    switch (cond.test) {
      case ir::TestOp::kIs:
      case ir::TestOp::kIn: {
        std::vector<NumberRange> each;
        for (const std::int64_t value : right)
          each.push_back({value, value});
        return Clipped(axis, std::move(each));
      }
      case ir::TestOp::kAtLeast:
        return Clipped(axis, {{right[0], domain.high}});
      case ir::TestOp::kAtMost:
        return Clipped(axis, {{domain.low, right[0]}});
      case ir::TestOp::kMoreThan:
        return Complement(Clipped(axis, {{domain.low, right[0]}}), domain);
      case ir::TestOp::kLessThan:
        return Complement(Clipped(axis, {{right[0], domain.high}}), domain);
      case ir::TestOp::kBetween:
        return Clipped(axis, {{right[0], right[1]}});
      case ir::TestOp::kContains:
      case ir::TestOp::kStartsWith:
      case ir::TestOp::kEndsWith:
      case ir::TestOp::kMatches:
      case ir::TestOp::kHasAny:
      case ir::TestOp::kHasAll:
      case ir::TestOp::kHasNone:
        break;
    }
    return {};
  }

  // The values that pass a condition about this axis alone.
  NumberSet Passing(const SpaceAxis& axis, ir::CondId id) {
    const ir::Cond& cond = program_.conds[id];
    switch (cond.op) {
      case ir::CondOp::kTest:
        return axis.points ? axis.points->Passing(id) : NumbersPassing(axis, cond);
      case ir::CondOp::kNot:
        return Complement(Passing(axis, cond.children[0]), axis.domain);
      case ir::CondOp::kDefine:
        return Passing(axis, program_.defines[cond.index].when);
      case ir::CondOp::kAnd:
      case ir::CondOp::kOr:
        return Folded(axis, cond);
      case ir::CondOp::kAlways:
      case ir::CondOp::kNever:
      case ir::CondOp::kToggle:
      case ir::CondOp::kKnown:
      case ir::CondOp::kOutcome:
        break;
    }
    return {axis.domain};
  }

  NumberSet Folded(const SpaceAxis& axis, const ir::Cond& cond) {
    NumberSet set = Passing(axis, cond.children[0]);
    for (std::size_t i = 1; i < cond.children.size(); ++i) {
      const NumberSet next = Passing(axis, cond.children[i]);
      set = cond.op == ir::CondOp::kAnd ? Intersection(set, next) : Union(set, next);
    }
    return set;
  }

  bool IsExact(const SpaceAxis& axis, ir::CondId id) const {
    const ir::Cond& cond = program_.conds[id];
    if (cond.op == ir::CondOp::kTest)
      return axis.points->exact(id);
    if (cond.op == ir::CondOp::kDefine)
      return IsExact(axis, program_.defines[cond.index].when);
    return std::all_of(cond.children.begin(), cond.children.end(),
                       [&](ir::CondId child) { return IsExact(axis, child); });
  }

  // Without the point that passes no inexact test, if this is one.
  NumberSet WithoutHopeless(const SpaceAxis& axis, ir::CondId id, NumberSet set) const {
    if (!axis.points || axis.points->hopeless() == axis.points->size())
      return set;
    if (IsExact(axis, id))
      return set;
    const auto point = static_cast<std::int64_t>(axis.points->hopeless());
    return Intersection(set, Complement({{point, point}}, axis.domain));
  }

  NumberSet SetOf(const AxisTest& test) {
    const SpaceAxis& axis = space_->axes[test.axis];
    if (tests_.axes[test.axis].kind == TestAxis::Kind::kTruth) {
      const std::int64_t truth = test.negated ? 0 : 1;
      return {{truth, truth}};
    }
    NumberSet set = Passing(axis, test.cond);
    if (test.negated)
      set = Complement(set, axis.domain);
    return WithoutHopeless(axis, test.cond, std::move(set));
  }

  std::vector<Extent> ExtentsOf(const RowTests& row) {
    std::vector<Extent> extents(tests_.axes.size());
    for (std::size_t i = 0; i < extents.size(); ++i)
      extents[i].values = {space_->axes[i].domain};
    for (const AxisTest& test : row.tests) {
      Extent& extent = extents[test.axis];
      extent.free = false;
      extent.known = extent.known || test.asks == Asks::kKnown;
      extent.missing = extent.missing || test.asks == Asks::kMissing;
      if (test.asks == Asks::kHolds)
        extent.values = Intersection(extent.values, SetOf(test));
    }
    return extents;
  }

  void SplitAxis(std::size_t index) {
    SpaceAxis& axis = space_->axes[index];
    std::vector<std::int64_t>& starts = axis.starts;
    starts.push_back(axis.domain.low);
    for (const std::vector<Extent>& row : extents_) {
      for (const NumberRange& range : row[index].values) {
        starts.push_back(range.low);
        if (range.high < axis.domain.high)
          starts.push_back(range.high + 1);
      }
    }
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  }

  static std::uint32_t IndexOf(const SpaceAxis& axis, std::int64_t value) {
    const auto after = std::upper_bound(axis.starts.begin(), axis.starts.end(), value);
    return static_cast<std::uint32_t>(after - axis.starts.begin() - 1);
  }

  static void AddIndex(IndexSet& set, IndexRange range) {
    if (!set.empty() && set.back().last + 1 == range.first) {
      set.back().last = range.last;
    } else {
      set.push_back(range);
    }
  }

  IndexSet IndexesOf(const SpaceAxis& axis, const Extent& extent) const {
    IndexSet set;
    const bool full = extent.values == NumberSet{axis.domain};
    const bool passes = strict_ ? full : !extent.values.empty();
    if (!extent.missing) {
      for (const NumberRange& range : extent.values) {
        AddIndex(set, {IndexOf(axis, range.low), IndexOf(axis, range.high)});
      }
    }
    if (axis.has_missing && !extent.known && passes)
      AddIndex(set, {axis.missing(), axis.missing()});
    if (axis.has_open && !extent.missing && passes)
      AddIndex(set, {axis.open(), axis.open()});
    return set;
  }

  void AddRow(std::size_t row) {
    Box box;
    std::vector<bool> free;
    for (std::size_t axis = 0; axis < tests_.axes.size(); ++axis) {
      const Extent& extent = extents_[row][axis];
      const bool never = tests_.rows[row].never;
      box.sides.push_back(never ? IndexSet{} : IndexesOf(space_->axes[axis], extent));
      free.push_back(extent.free);
    }
    space_->regions.rows.push_back(std::move(box));
    space_->free.push_back(std::move(free));
  }

  // All rows hold always, or never.
  void AddOnlyAxis() {
    space_->regions.axis_sizes = {1};
    for (std::size_t row = 0; row < tests_.rows.size(); ++row) {
      const IndexSet side = tests_.rows[row].never ? IndexSet{} : IndexSet{{0, 0}};
      space_->regions.rows[row].sides = {side};
    }
  }

  const ir::Program& program_;
  const TableTests& tests_;
  TablePurpose purpose_;
  std::int64_t day_;
  // What cannot be told counts as something that matters here.
  bool assumed_;
  // A row passes where its answer is open only when every value passes.
  bool strict_;
  std::unique_ptr<TableSpace> space_;
  // By row and axis.
  std::vector<std::vector<Extent>> extents_;
};

}  // namespace

std::unique_ptr<TableSpace> MakeTableSpace(const ir::Program& program, const TableTests& tests,
                                           ir::Assume assume, TablePurpose purpose,
                                           std::int64_t day) {
  return SpaceMaker(program, tests, assume, purpose, day).Make();
}

std::string DescribeIndex(const TableSpace& space, const TableTests& tests, std::size_t axis,
                          std::uint32_t index) {
  if (axis >= tests.axes.size())
    return {};
  const SpaceAxis& space_axis = space.axes[axis];
  const TestAxis& test_axis = tests.axes[axis];
  if (space_axis.has_missing && index == space_axis.missing()) {
    return fmt::format("`{}` missing", test_axis.name);
  }
  if (space_axis.has_open && index == space_axis.open()) {
    return fmt::format("`{}` not known exactly", test_axis.name);
  }
  const std::int64_t value = space_axis.starts[index];
  if (space_axis.points)
    return space_axis.points->Describe(static_cast<std::size_t>(value));
  return fmt::format("`{}` {}", test_axis.name, ValueText(test_axis.type, Value::Number(value)));
}

}  // namespace lq::check
