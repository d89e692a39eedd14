#include "compiler/check/table_tests.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "compiler/check/fields_read.h"
#include "compiler/ir/expression_text.h"

namespace lq::check {
namespace {

TestAxis::Kind KindOf(const Type& type) {
  if (type.kind == TypeKind::kList)
    return TestAxis::Kind::kList;
  return IsTextual(type.kind) ? TestAxis::Kind::kText : TestAxis::Kind::kNumber;
}

bool IsNamePart(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
}

// A condition's text without the prefix of fields, texts in quotes aside.
std::string WithoutPrefixes(std::string_view text) {
  constexpr std::string_view kPrefix = "lead.";
  std::string shown;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"' && (i == 0 || text[i - 1] != '\\'))
      quoted = !quoted;
    const bool begins = !quoted && (i == 0 || !IsNamePart(text[i - 1]));
    if (begins && text.substr(i).starts_with(kPrefix))
      i += kPrefix.size();
    shown += text[i];
  }
  return shown;
}

class Collector {
 public:
  explicit Collector(const ir::Program& program) : program_(program) {}

  void AddRow(ir::CondId when) {
    row_ = &tests_.rows.emplace_back();
    Add(when, false);
  }

  TableTests Take() { return std::move(tests_); }

 private:
  // Takes `and` apart, and `or` below `not`.
  void Add(ir::CondId id, bool negated) {
    const ir::Cond& cond = program_.conds[id];
    switch (cond.op) {
      case ir::CondOp::kAlways:
      case ir::CondOp::kNever:
        row_->never = row_->never || (cond.op == ir::CondOp::kAlways) == negated;
        return;
      case ir::CondOp::kNot:
        return Add(cond.children[0], !negated);
      case ir::CondOp::kAnd:
      case ir::CondOp::kOr:
        if ((cond.op == ir::CondOp::kAnd) != negated) {
          for (const ir::CondId child : cond.children)
            Add(child, negated);
          return;
        }
        return AddWhole(id, negated);
      case ir::CondOp::kKnown:
        return AddPresence(cond, negated);
      case ir::CondOp::kDefine:
      case ir::CondOp::kTest:
      case ir::CondOp::kToggle:
      case ir::CondOp::kOutcome:
        return AddWhole(id, negated);
    }
  }

  void AddPresence(const ir::Cond& cond, bool negated) {
    const auto asks = negated ? AxisTest::Asks::kMissing : AxisTest::Asks::kKnown;
    row_->tests.push_back({asks, ValueAxis(cond.left), ir::kNone, false});
  }

  // A condition about one thing narrows the axis of that thing; any other has an axis of its own.
  void AddWhole(ir::CondId id, bool negated) {
    std::vector<ir::CondId> comparisons;
    std::string subject;
    if (AboutOne(id, subject, comparisons)) {
      const std::size_t axis = ValueAxis(program_.conds[comparisons.front()].left);
      row_->tests.push_back({AxisTest::Asks::kHolds, axis, id, negated});
      std::vector<ir::CondId>& all = tests_.axes[axis].comparisons;
      all.insert(all.end(), comparisons.begin(), comparisons.end());
    } else {
      AddTruth(id, negated);
    }
  }

  // Every comparison below is one of the same value with constants.
  bool AboutOne(ir::CondId id, std::string& subject, std::vector<ir::CondId>& comparisons) const {
    const ir::Cond& cond = program_.conds[id];
    switch (cond.op) {
      case ir::CondOp::kTest:
        return AboutSame(id, cond, subject, comparisons);
      case ir::CondOp::kAnd:
      case ir::CondOp::kOr:
      case ir::CondOp::kNot:
        return std::all_of(cond.children.begin(), cond.children.end(),
                           [&](ir::CondId child) { return AboutOne(child, subject, comparisons); });
      case ir::CondOp::kDefine:
        return AboutOne(program_.defines[cond.index].when, subject, comparisons);
      case ir::CondOp::kAlways:
      case ir::CondOp::kNever:
      case ir::CondOp::kToggle:
      case ir::CondOp::kKnown:
      case ir::CondOp::kOutcome:
        return false;
    }
    return false;
  }

  bool AboutSame(ir::CondId id, const ir::Cond& cond, std::string& subject,
                 std::vector<ir::CondId>& comparisons) const {
    const auto constant = [&](ir::ExprId right) { return program_.exprs[right].constant; };
    if (constant(cond.left))
      return false;
    if (!std::all_of(cond.right.begin(), cond.right.end(), constant))
      return false;
    std::string text = ir::ExprText(program_, cond.left);
    if (comparisons.empty())
      subject = std::move(text);
    else if (text != subject)
      return false;
    comparisons.push_back(id);
    return true;
  }

  std::size_t ValueAxis(ir::ExprId subject) {
    const std::string text = ir::ExprText(program_, subject);
    const auto [known, fresh] = axes_.try_emplace(text, tests_.axes.size());
    if (!fresh)
      return known->second;
    TestAxis axis;
    axis.type = program_.exprs[subject].type;
    axis.kind = KindOf(axis.type);
    axis.subject = subject;
    axis.name = WithoutPrefixes(text);
    axis.can_be_missing = CanBeMissing(program_, subject);
    tests_.axes.push_back(std::move(axis));
    return known->second;
  }

  // `a less than b` is the opposite of `a at least b`, `a more than b` of `a at most b`.
  void AddTruth(ir::CondId id, bool negated) {
    const ir::Cond& cond = program_.conds[id];
    std::string text = ir::CondText(program_, id);
    if (cond.op == ir::CondOp::kTest &&
        (cond.test == ir::TestOp::kLessThan || cond.test == ir::TestOp::kMoreThan)) {
      const std::string_view opposite = cond.test == ir::TestOp::kLessThan ? "at least" : "at most";
      text = fmt::format("{} {} {}", ir::ExprText(program_, cond.left), opposite,
                         ir::ExprText(program_, cond.right[0]));
      negated = !negated;
    }
    const auto [known, fresh] = axes_.try_emplace("? " + text, tests_.axes.size());
    if (fresh) {
      TestAxis axis;
      axis.name = WithoutPrefixes(text);
      tests_.axes.push_back(std::move(axis));
    }
    row_->tests.push_back({AxisTest::Asks::kHolds, known->second, id, negated});
  }

  const ir::Program& program_;
  TableTests tests_;
  RowTests* row_ = nullptr;
  std::unordered_map<std::string, std::size_t> axes_;
};

}  // namespace

TableTests CollectTableTests(const ir::Program& program, const std::vector<ir::CondId>& rows) {
  Collector collector(program);
  for (const ir::CondId row : rows)
    collector.AddRow(row);
  return collector.Take();
}

}  // namespace lq::check
