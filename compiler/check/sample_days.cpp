#include "compiler/check/sample_days.h"

#include <algorithm>
#include <unordered_set>

#include "compiler/check/constant_value.h"
#include "runtime/value/date.h"

namespace lq::check {
namespace {

// Days of decision without a day of its own: 2026-01-01, as tests have it.
constexpr std::int64_t kDefaultDay = 20'454;
// Months differ by up to three days.
constexpr std::int64_t kNear = 3;

// Every comparison of every axis, each once.
std::vector<ir::CondId> Comparisons(const TableTests& tests) {
  std::vector<ir::CondId> all;
  for (const TestAxis& axis : tests.axes) {
    all.insert(all.end(), axis.comparisons.begin(), axis.comparisons.end());
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

class DayFinder {
 public:
  explicit DayFinder(const ir::Program& program) : program_(program) {}

  void AddConstant(ir::ExprId id) {
    if (DependsOnDay(program_, id)) {
      AddDated(id);
    } else if (IsTime(program_.exprs[id].type.kind)) {
      const Value value = ConstantValue(program_, id, kDefaultDay, arena_);
      fixed_.push_back(DayOf(program_.exprs[id].type.kind, value.number()));
    }
  }

  std::vector<std::int64_t> Take(std::size_t limit) {
    // The default day shows how far a date counted from today is from today.
    for (const std::int64_t shift : shifts_) {
      for (const std::int64_t day : fixed_)
        AddNear(day - shift);
    }
    days_.push_back(kDefaultDay);
    std::sort(days_.begin(), days_.end());
    days_.erase(std::unique(days_.begin(), days_.end()), days_.end());
    if (days_.size() > limit)
      days_.resize(limit);
    return std::move(days_);
  }

 private:
  static bool IsTime(TypeKind kind) {
    return kind == TypeKind::kDate || kind == TypeKind::kInstant;
  }

  static std::int64_t DayOf(TypeKind kind, std::int64_t value) {
    return kind == TypeKind::kInstant ? DayOfInstant(value) : value;
  }

  void AddDated(ir::ExprId id) {
    AddPeriods(id);
    const Type& type = program_.exprs[id].type;
    if (!IsTime(type.kind))
      return;
    const Value value = ConstantValue(program_, id, kDefaultDay, arena_);
    shifts_.insert(DayOf(type.kind, value.number()) - kDefaultDay);
  }

  void AddPeriods(ir::ExprId id) {
    const ir::Expr& expr = program_.exprs[id];
    for (const ir::ExprId child : expr.children)
      AddPeriods(child);
    if (expr.op != ir::ExprOp::kParameter)
      return;
    const ir::Parameter& parameter = program_.parameters[expr.index];
    for (std::size_t i = 1; i < parameter.periods.size(); ++i) {
      days_.push_back(parameter.periods[i].from - 1);
      days_.push_back(parameter.periods[i].from);
    }
  }

  void AddNear(std::int64_t day) {
    for (std::int64_t near = day - kNear; near <= day + kNear; ++near) {
      if (near >= kFirstDay && near <= kLastDay)
        days_.push_back(near);
    }
  }

  const ir::Program& program_;
  Arena arena_;
  std::vector<std::int64_t> days_;
  std::vector<std::int64_t> fixed_;
  std::unordered_set<std::int64_t> shifts_;
};

}  // namespace

std::vector<std::int64_t> SampleDays(const ir::Program& program, const TableTests& tests,
                                     std::size_t limit) {
  DayFinder finder(program);
  for (const ir::CondId id : Comparisons(tests)) {
    for (const ir::ExprId right : program.conds[id].right)
      finder.AddConstant(right);
  }
  return finder.Take(limit);
}

bool IsDated(const ir::Program& program, const TableTests& tests) {
  const std::vector<ir::CondId> all = Comparisons(tests);
  return std::any_of(all.begin(), all.end(), [&](ir::CondId id) {
    const std::vector<ir::ExprId>& right = program.conds[id].right;
    return std::any_of(right.begin(), right.end(),
                       [&](ir::ExprId expr) { return DependsOnDay(program, expr); });
  });
}

}  // namespace lq::check
