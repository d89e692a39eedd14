#include "compiler/counterfactual/candidate_values.h"

#include <algorithm>
#include <cstdlib>

#include "compiler/counterfactual/number_points.h"
#include "compiler/counterfactual/readers.h"
#include "compiler/counterfactual/text_points.h"
#include "compiler/eval/possible_values.h"
#include "runtime/value/number.h"
#include "runtime/value/values.h"

namespace lq {
namespace {

using counterfactual::Comparisons;

constexpr std::int64_t kFar = 1'000'000;
// An enum of so many names is tried name by name.
constexpr std::int64_t kFewNames = 64;

class CandidateFinder {
 public:
  CandidateFinder(const ir::Program& program, const Lead& lead, const OracleInputs& inputs,
                  std::uint32_t field, const Comparisons& among, Arena& arena)
      : program_(program),
        lead_(lead),
        inputs_(inputs),
        field_(field),
        comparisons_(counterfactual::ComparisonsOf(program, among, field)),
        type_(program.schema.fields[field].type),
        now_(lead.fields[field]),
        arena_(arena) {}

  std::vector<CandidateValue> Run() {
    if (type_.kind == TypeKind::kList) {
      Lists();
    } else if (IsTextual(type_.kind)) {
      for (const std::string& text :
           counterfactual::TextPoints(program_, lead_, inputs_, field_, comparisons_)) {
        Add(Value::Text(arena_.Copy(text)));
      }
    } else {
      Numbers();
    }
    AddMissing();
    std::stable_sort(
        found_.begin(), found_.end(),
        [](const CandidateValue& a, const CandidateValue& b) { return a.distance < b.distance; });
    return std::move(found_);
  }

 private:
  void Numbers() {
    std::set<std::int64_t> points =
        counterfactual::NumberPoints(program_, lead_, inputs_, field_, comparisons_);
    if (!IsOrdered(type_.kind)) {
      AddNames(points);
    }
    for (const std::int64_t point : points) {
      Add(Value::Number(point));
    }
  }

  // Every one of a few names; of many those that are named, and their neighbours stand for others.
  void AddNames(std::set<std::int64_t>& points) const {
    const bool read = !comparisons_.empty() || !points.empty();
    for (std::int64_t name = type_.low;
         read && type_.high - type_.low < kFewNames && name <= type_.high; ++name) {
      points.insert(name);
    }
  }

  bool Possibly(const Value& value) const {
    if (now_.form == Possible::Form::kAll) {
      return true;
    }
    if (now_.form == Possible::Form::kBand) {
      return now_.values[0].number() <= value.number() && value.number() <= now_.values[1].number();
    }
    return std::any_of(now_.list().begin(), now_.list().end(),
                       [&](const Value& one) { return CompareValues(type_, one, value) == 0; });
  }

  std::int64_t DistanceTo(const Value& value) const {
    if (Possibly(value)) {
      return 0;
    }
    if (!IsOrdered(type_.kind)) {
      return kFar;
    }
    const Int128 low = Low(type_, now_);
    const Int128 high = High(type_, now_);
    const Int128 to = value.number();
    const Int128 gap = to < low ? low - to : to - high;
    const Int128 range = Int128{type_.high} - type_.low + 1;
    return static_cast<std::int64_t>(std::clamp<Int128>(gap * kFar / range, 1, kFar - 1));
  }

  void Add(const Value& value) {
    if (now_.single() && Possibly(value)) {
      return;
    }
    const std::span<Value> copy = arena_.MakeArray<Value>(1);
    copy[0] = CopyValue(type_.kind, type_.element, value, arena_);
    found_.push_back({{Possible::Form::kValues, Cause::kNone, 1, copy.data()}, DistanceTo(value)});
  }

  // Empty, each item that is named alone, and each added to what the lead has.
  void Lists() {
    const std::vector<Value> named = NamedItems();
    if (named.empty()) {
      return;
    }
    AddList({});
    if (named.size() > 1) {
      AddList(named);
    }
    for (const Value& item : named) {
      AddList({item});
      if (now_.single()) {
        std::vector<Value> items(now_.values[0].items().begin(), now_.values[0].items().end());
        items.push_back(item);
        AddList(std::move(items));
      }
    }
  }

  std::vector<Value> NamedItems() {
    std::vector<Value> items;
    const Type item_type = ItemType(type_);
    eval::Situation situation = {program_, lead_, inputs_, arena_};
    for (const ir::Cond* cond : comparisons_) {
      for (const ir::ExprId right : cond->right) {
        if (program_.exprs[right].constant && program_.exprs[right].type.kind != TypeKind::kList) {
          items.push_back(eval::ConstantOf(situation, right));
        }
      }
    }
    return Distinct(item_type, std::move(items));
  }

  static std::vector<Value> Distinct(const Type& type, std::vector<Value> items) {
    std::vector<Value> distinct;
    for (const Value& item : items) {
      const bool known = std::any_of(distinct.begin(), distinct.end(), [&](const Value& other) {
        return CompareValues(type, other, item) == 0;
      });
      if (!known) {
        distinct.push_back(item);
      }
    }
    return distinct;
  }

  void AddList(std::vector<Value> items) {
    items = Distinct(ItemType(type_), std::move(items));
    if (items.size() <= type_.max_items) {
      Add(Value::List(arena_.CopyArray<Value>(items)));
    }
  }

  void AddMissing() {
    const bool asked =
        std::any_of(comparisons_.begin(), comparisons_.end(),
                    [](const ir::Cond* cond) { return cond->op == ir::CondOp::kKnown; });
    if (asked && !program_.schema.fields[field_].required && !now_.missing()) {
      found_.push_back({PossibleAll(Cause::kMissing), kFar});
    }
  }

  const ir::Program& program_;
  const Lead& lead_;
  const OracleInputs& inputs_;
  std::uint32_t field_;
  Comparisons comparisons_;
  const Type& type_;
  const Possible& now_;
  Arena& arena_;
  std::vector<CandidateValue> found_;
};

}  // namespace

std::vector<CandidateValue> CandidateValues(const ir::Program& program, const Lead& lead,
                                            const OracleInputs& inputs, std::uint32_t field,
                                            Arena& arena) {
  return CandidateValues(program, lead, inputs, field, counterfactual::AllComparisons(program),
                         arena);
}

std::vector<CandidateValue> CandidateValues(const ir::Program& program, const Lead& lead,
                                            const OracleInputs& inputs, std::uint32_t field,
                                            const std::vector<const ir::Cond*>& among,
                                            Arena& arena) {
  return CandidateFinder(program, lead, inputs, field, among, arena).Run();
}

}  // namespace lq
