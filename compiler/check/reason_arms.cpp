#include "compiler/check/reason_arms.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "compiler/check/fields_read.h"

namespace lq::check {
namespace {

using Fields = std::vector<std::uint32_t>;
using From = ReasonArm::From;

class Collector {
 public:
  explicit Collector(const ir::Program& program) : program_(program) {}

  ReasonArms Collect() {
    for (std::uint32_t i = 0; i < program_.rules.size(); ++i)
      AddRule(i);
    Add(program_.otherwise_reason, {From::kOtherwise, 0, ir::kNone, true});
    for (std::uint32_t i = 0; i < program_.evidence.size(); ++i)
      AddEvidence(i);
    // A guard that cannot tell holds a decision back too.
    for (std::uint32_t i = 0; i < program_.guards.size(); ++i) {
      Add(program_.guards[i].reason, {From::kGuard, i, ir::kNone, true});
    }
    for (std::uint32_t i = 0; i < program_.scores.size(); ++i) {
      for (const ir::ScoreItem& item : program_.scores[i].items) {
        AddWhen(item.reason, {From::kScore, i, item.when, true});
      }
    }
    return std::move(arms_);
  }

 private:
  void Add(std::string_view code, ReasonArm arm) {
    if (!code.empty())
      arms_[code].push_back(arm);
  }

  // Of a condition with a mistake it is not known what it would make known: the code has a place,
  // and nothing is asked of it.
  void AddWhen(std::string_view code, ReasonArm arm) {
    if (arm.when != ir::kNone) {
      Add(code, arm);
    } else if (!code.empty()) {
      arms_.try_emplace(code);
    }
  }

  // `assume yes` lets a rule fire without knowing anything.
  void AddRule(std::uint32_t index) {
    const ir::Rule& rule = program_.rules[index];
    if (rule.assume == ir::Assume::kYes) {
      return Add(rule.reason, {From::kRule, index, ir::kNone, true});
    }
    AddWhen(rule.reason, {From::kRule, index, rule.when, true});
  }

  void AddEvidence(std::uint32_t index) {
    const ir::Evidence& evidence = program_.evidence[index];
    AddWhen(evidence.reason, {From::kEvidence, index, evidence.when, true});
    AddWhen(evidence.otherwise_reason, {From::kEvidence, index, evidence.when, false});
  }

  const ir::Program& program_;
  ReasonArms arms_;
};

Fields Union(const Fields& a, const Fields& b) {
  Fields all;
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(all));
  return all;
}

Fields Intersection(const Fields& a, const Fields& b) {
  Fields common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
  return common;
}

// What is known when a condition holds, or when it is ruled out.
class KnownFinder {
 public:
  explicit KnownFinder(const ir::Program& program) : program_(program) {}

  Fields Find(ir::CondId id, bool holds) const {
    const ir::Cond& cond = program_.conds[id];
    switch (cond.op) {
      case ir::CondOp::kAlways:
      case ir::CondOp::kNever:
      case ir::CondOp::kToggle:
      case ir::CondOp::kOutcome:
        return {};
      case ir::CondOp::kNot:
        return Find(cond.children[0], !holds);
      case ir::CondOp::kDefine:
        return Find(program_.defines[cond.index].when, holds);
      case ir::CondOp::kKnown:
        return holds ? FieldsRead(program_, cond.left) : Fields{};
      case ir::CondOp::kTest:
        return OfTest(cond);
      case ir::CondOp::kAnd:
      case ir::CondOp::kOr:
        return OfList(cond, holds);
    }
    return {};
  }

 private:
  Fields OfTest(const ir::Cond& cond) const {
    Fields fields = FieldsRead(program_, cond.left);
    for (const ir::ExprId right : cond.right)
      fields = Union(fields, FieldsRead(program_, right));
    return fields;
  }

  // All parts of an `and` that holds hold; of one that is ruled out some part is.
  Fields OfList(const ir::Cond& cond, bool holds) const {
    const bool all = (cond.op == ir::CondOp::kAnd) == holds;
    Fields fields = Find(cond.children[0], holds);
    for (std::size_t i = 1; i < cond.children.size(); ++i) {
      const Fields next = Find(cond.children[i], holds);
      fields = all ? Union(fields, next) : Intersection(fields, next);
    }
    return fields;
  }

  const ir::Program& program_;
};

}  // namespace

ReasonArms CollectReasonArms(const ir::Program& program) { return Collector(program).Collect(); }

std::string Describe(const ir::Program& program, const ReasonArm& arm) {
  switch (arm.from) {
    case From::kRule: {
      const ir::Rule& rule = program.rules[arm.index];
      if (rule.row == 0)
        return fmt::format("the rule `{}`", rule.name);
      return fmt::format("row {} of the table `{}`", rule.row, rule.name);
    }
    case From::kOtherwise:
      return "`otherwise`";
    case From::kEvidence:
      return fmt::format("the evidence `{}`", program.evidence[arm.index].name);
    case From::kGuard:
      return fmt::format("the guard `{}`", program.guards[arm.index].name);
    case From::kScore:
      return fmt::format("the score `{}`", program.scores[arm.index].name);
  }
  return {};
}

std::vector<std::uint32_t> KnownFields(const ir::Program& program, const ReasonArm& arm) {
  return arm.when == ir::kNone ? Fields{} : KnownFinder(program).Find(arm.when, arm.holds);
}

}  // namespace lq::check
