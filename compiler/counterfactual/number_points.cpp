#include "compiler/counterfactual/number_points.h"

#include <algorithm>
#include <optional>

#include "compiler/counterfactual/readers.h"
#include "compiler/eval/possible_values.h"
#include "runtime/value/date.h"
#include "runtime/value/number.h"
#include "runtime/value/values.h"

namespace lq::counterfactual {
namespace {

// Rows of a lookup may be many; so many of its keys are tried.
constexpr std::size_t kMostKeys = 300;

class PointFinder {
 public:
  PointFinder(const ir::Program& program, const Lead& lead, const OracleInputs& inputs,
              std::uint32_t field, const Comparisons& comparisons)
      : program_(program),
        lead_(lead),
        inputs_(inputs),
        field_(field),
        comparisons_(comparisons),
        type_(program.schema.fields[field].type) {
    changed_.fields = lead.fields;
  }

  std::set<std::int64_t> Run() {
    for (const ir::Cond* cond : comparisons_) {
      if (cond->op == ir::CondOp::kTest) {
        Sides(*cond);
      }
    }
    AddKeys();
    return std::move(points_);
  }

 private:
  // The left side against each right one, and the other way round.
  void Sides(const ir::Cond& cond) {
    for (const ir::ExprId right : cond.right) {
      if (Reads(program_, cond.left, field_)) {
        Crossings(cond.left, right);
      }
      if (Reads(program_, right, field_)) {
        Crossings(right, cond.left);
      }
    }
  }

  // Where the side that reads the field comes to what the other side may be.
  void Crossings(ir::ExprId side, ir::ExprId other) {
    const Type& type = program_.exprs[other].type;
    if (!IsNumeric(type.kind)) {
      return;
    }
    eval::Situation situation = {program_, lead_, inputs_, arena_};
    const Possible possible = eval::PossibleOf(situation, other);
    for (const std::int64_t goal : {Low(type, possible), High(type, possible)}) {
      if (program_.exprs[side].op == ir::ExprOp::kField) {
        AddAround(goal);
      } else {
        Cross(side, goal);
      }
    }
    Months(side);
  }

  void Add(Int128 point) {
    if (type_.low <= point && point <= type_.high) {
      points_.insert(static_cast<std::int64_t>(point));
    }
  }

  void AddAround(Int128 point) {
    for (const int step : {-1, 0, 1}) {
      Add(point + step);
    }
  }

  // The low and high end of the side when the field has this value.
  std::pair<std::int64_t, std::int64_t> EndsAt(ir::ExprId side, std::int64_t point) {
    Arena arena;
    changed_.fields[field_] = PossibleBand(point, point, Cause::kNone, arena);
    eval::Situation situation = {program_, changed_, inputs_, arena};
    const Possible possible = eval::PossibleOf(situation, side);
    const Type& type = program_.exprs[side].type;
    return {Low(type, possible), High(type, possible)};
  }

  void Cross(ir::ExprId side, std::int64_t goal) {
    if (!IsNumeric(program_.exprs[side].type.kind)) {
      return;
    }
    Bisect([&](std::int64_t point) { return EndsAt(side, point).first >= goal; });
    Bisect([&](std::int64_t point) { return EndsAt(side, point).first > goal; });
    Bisect([&](std::int64_t point) { return EndsAt(side, point).second >= goal; });
  }

  // Adds where the test turns between the ends of the field's range, if it does.
  template <typename Test>
  void Bisect(Test test) {
    Int128 low = type_.low;
    Int128 high = type_.high;
    const bool at_low = test(type_.low);
    if (at_low == test(type_.high)) {
      return;
    }
    while (high - low > 1) {
      const Int128 middle = low + (high - low) / 2;
      (test(static_cast<std::int64_t>(middle)) == at_low ? low : high) = middle;
    }
    AddAround(low);
    AddAround(high);
  }

  // Functions such as `month of d` turn again and again: a day of each month, and each day of a
  // week.
  void Months(ir::ExprId side) {
    if (program_.exprs[side].op != ir::ExprOp::kCall || type_.kind != TypeKind::kDate) {
      return;
    }
    const std::int64_t today = DayOfInstant(inputs_.as_of);
    for (int i = 0; i < 12; ++i) {
      Add(AddMonths(today, -i));
      Add(AddDays(today, i < 7 ? -i : 0));
    }
  }

  void AddKeys() {
    for (const ir::Lookup& lookup : program_.lookups) {
      for (std::size_t key = 0; key < lookup.keys.size(); ++key) {
        if (lookup.keys[key] == field_) {
          AddColumn(lookup, key);
        }
      }
    }
  }

  void AddColumn(const ir::Lookup& lookup, std::size_t key) {
    std::set<std::int64_t> values;
    for (const ir::LookupRow& row : lookup.rows) {
      if (values.size() == kMostKeys) {
        break;
      }
      values.insert(row.keys[key].number());
    }
    points_.insert(values.begin(), values.end());
    // One that the lookup does not know.
    std::int64_t other = type_.low;
    while (values.count(other) > 0) {
      ++other;
    }
    Add(other);
  }

  const ir::Program& program_;
  const Lead& lead_;
  const OracleInputs& inputs_;
  std::uint32_t field_;
  const Comparisons& comparisons_;
  const Type& type_;
  Arena arena_;
  // The lead with another value of the field.
  Lead changed_;
  std::set<std::int64_t> points_;
};

}  // namespace

std::set<std::int64_t> NumberPoints(const ir::Program& program, const Lead& lead,
                                    const OracleInputs& inputs, std::uint32_t field,
                                    const Comparisons& comparisons) {
  return PointFinder(program, lead, inputs, field, comparisons).Run();
}

}  // namespace lq::counterfactual
