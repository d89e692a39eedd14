#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "compiler/check/axis_points.h"
#include "compiler/check/constant_value.h"
#include "compiler/ir/type_text.h"
#include "runtime/value/values.h"

namespace lq::check {
namespace {

// Lists of more different items than this are not all tried.
constexpr std::size_t kMaxItems = 8;
constexpr std::size_t kMaxPaired = 48;

using Items = std::vector<Value>;

class ListPoints final : public AxisPoints {
 public:
  ListPoints(const ir::Program& program, const TestAxis& axis, TablePurpose purpose,
             std::int64_t day, Arena& arena)
      : program_(program), axis_(axis), item_type_(ItemType(axis.type)), day_(day), arena_(arena) {
    for (const ir::CondId comparison : axis.comparisons)
      AddTest(comparison);
    Normalize(mentioned_);
    if (mentioned_.size() <= kMaxItems) {
      AddSubsets();
    } else {
      AddSome();
    }
    IndexLists();
    // Lists in another order, and combinations that were not tried.
    const bool some_untried = has_whole_ || mentioned_.size() > kMaxItems;
    hopeless_ = purpose == TablePurpose::kGap && some_untried;
  }

  std::size_t size() const override { return lists_.size() + (hopeless_ ? 1 : 0); }
  std::size_t hopeless() const override { return lists_.size(); }
  bool exact(ir::CondId) const override { return false; }

  NumberSet Passing(ir::CondId comparison) const override {
    const Items& constants = tests_.at(comparison);
    const ir::TestOp op = program_.conds[comparison].test;
    if (IsWhole(op))
      return PassingWhole(constants);
    const bool all = op == ir::TestOp::kHasAll;
    NumberSet passing = all ? NumberSet{tried_} : NumberSet{};
    for (const Value& item : constants) {
      const NumberSet& having = having_[IndexOf(item)];
      passing = all ? Intersection(passing, having) : Union(passing, having);
    }
    return op == ir::TestOp::kHasNone ? Complement(passing, tried_) : passing;
  }

  std::string Describe(std::size_t point) const override {
    if (point >= lists_.size())
      return fmt::format("`{}` another list", axis_.name);
    return fmt::format("`{}` {}", axis_.name,
                       ir::ValueText(axis_.type, Value::List(lists_[point])));
  }

 private:
  static bool IsWhole(ir::TestOp op) { return op == ir::TestOp::kIs || op == ir::TestOp::kIn; }

  void AddTest(ir::CondId comparison) {
    const ir::Cond& cond = program_.conds[comparison];
    Items constants;
    for (const ir::ExprId right : cond.right) {
      constants.push_back(ConstantValue(program_, right, day_, arena_));
    }
    if (IsWhole(cond.test)) {
      has_whole_ = true;
      for (const Value& list : constants) {
        const Items items(list.items().begin(), list.items().end());
        mentioned_.insert(mentioned_.end(), items.begin(), items.end());
        AddList(items);
      }
    } else {
      mentioned_.insert(mentioned_.end(), constants.begin(), constants.end());
    }
    tests_[comparison] = std::move(constants);
  }

  bool Less(const Value& a, const Value& b) const {
    return CompareValues(item_type_, a, b) == std::strong_ordering::less;
  }
  bool Same(const Value& a, const Value& b) const {
    return CompareValues(item_type_, a, b) == std::strong_ordering::equal;
  }

  void Normalize(Items& items) const {
    std::sort(items.begin(), items.end(),
              [&](const Value& a, const Value& b) { return Less(a, b); });
    items.erase(std::unique(items.begin(), items.end(),
                            [&](const Value& a, const Value& b) { return Same(a, b); }),
                items.end());
  }

  void AddList(Items items) {
    if (items.size() <= axis_.type.max_items)
      lists_.push_back(std::move(items));
  }

  void AddSubsets() {
    for (std::size_t bits = 0; bits < (std::size_t{1} << mentioned_.size()); ++bits) {
      Items items;
      for (std::size_t i = 0; i < mentioned_.size(); ++i) {
        if (((bits >> i) & 1) != 0)
          items.push_back(mentioned_[i]);
      }
      AddList(std::move(items));
    }
  }

  // No item, each item alone, the items of each test, and those of two tests together.
  void AddSome() {
    AddList({});
    for (const Value& item : mentioned_)
      AddList({item});
    std::vector<const Items*> sets;
    for (const auto& [comparison, constants] : tests_) {
      if (IsWhole(program_.conds[comparison].test))
        continue;
      Items items = constants;
      Normalize(items);
      AddList(std::move(items));
      if (sets.size() < kMaxPaired)
        sets.push_back(&constants);
    }
    for (const Items* first : sets) {
      for (const Items* second : sets) {
        Items both = *first;
        both.insert(both.end(), second->begin(), second->end());
        Normalize(both);
        AddList(std::move(both));
      }
    }
  }

  bool ListLess(const Items& a, const Items& b) const {
    return CompareValues(axis_.type, Value::List(a), Value::List(b)) == std::strong_ordering::less;
  }

  // Sorts the lists, each once, and notes which of them have each item.
  void IndexLists() {
    const auto less = [&](const Items& a, const Items& b) { return ListLess(a, b); };
    std::sort(lists_.begin(), lists_.end(), less);
    const auto same = [&](const Items& a, const Items& b) { return !less(a, b) && !less(b, a); };
    lists_.erase(std::unique(lists_.begin(), lists_.end(), same), lists_.end());
    tried_ = {0, static_cast<std::int64_t>(lists_.size()) - 1};
    std::vector<std::vector<NumberRange>> having(mentioned_.size());
    for (std::size_t i = 0; i < lists_.size(); ++i) {
      const auto index = static_cast<std::int64_t>(i);
      for (const Value& item : lists_[i])
        having[IndexOf(item)].push_back({index, index});
    }
    for (std::vector<NumberRange>& ranges : having) {
      having_.push_back(MakeNumberSet(std::move(ranges)));
    }
  }

  std::size_t IndexOf(const Value& item) const {
    const auto found = std::lower_bound(mentioned_.begin(), mentioned_.end(), item,
                                        [&](const Value& a, const Value& b) { return Less(a, b); });
    return static_cast<std::size_t>(found - mentioned_.begin());
  }

  NumberSet PassingWhole(const Items& wanted) const {
    std::vector<NumberRange> passing;
    for (const Value& list : wanted) {
      const Items items(list.items().begin(), list.items().end());
      const auto found =
          std::lower_bound(lists_.begin(), lists_.end(), items,
                           [&](const Items& a, const Items& b) { return ListLess(a, b); });
      if (found == lists_.end() || ListLess(items, *found))
        continue;
      const std::int64_t index = found - lists_.begin();
      passing.push_back({index, index});
    }
    return MakeNumberSet(std::move(passing));
  }

  const ir::Program& program_;
  const TestAxis& axis_;
  Type item_type_;
  std::int64_t day_;
  Arena& arena_;
  // The constants of each comparison.
  std::map<ir::CondId, Items> tests_;
  Items mentioned_;
  // Some test is about the whole list, its order included.
  bool has_whole_ = false;
  bool hopeless_ = false;
  // Sorted, each once.
  std::vector<Items> lists_;
  // The indices of all lists.
  NumberRange tried_;
  // By item of mentioned_: the lists that have it.
  std::vector<NumberSet> having_;
};

}  // namespace

std::unique_ptr<AxisPoints> MakeListPoints(const ir::Program& program, const TestAxis& axis,
                                           TablePurpose purpose, std::int64_t day, Arena& arena) {
  return std::make_unique<ListPoints>(program, axis, purpose, day, arena);
}

}  // namespace lq::check
