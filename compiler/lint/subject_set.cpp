#include "compiler/lint/subject_set.h"

#include <algorithm>

#include "compiler/ir/expression_text.h"

namespace lq::lint {
namespace {

// What passes, given the numbers on the right; nothing for tests of texts and lists.
std::optional<NumberSet> Passing(ir::TestOp test, const std::vector<std::int64_t>& right,
                                 NumberRange domain) {
  switch (test) {
    case ir::TestOp::kIs:
    case ir::TestOp::kIn: {
      std::vector<NumberRange> ranges;
      for (const std::int64_t number : right)
        ranges.push_back({number, number});
      return MakeNumberSet(std::move(ranges));
    }
    case ir::TestOp::kAtLeast:
      return MakeNumberSet({{right[0], domain.high}});
    case ir::TestOp::kAtMost:
      return MakeNumberSet({{domain.low, right[0]}});
    case ir::TestOp::kMoreThan:
      return Complement(MakeNumberSet({{domain.low, right[0]}}), domain);
    case ir::TestOp::kLessThan:
      return Complement(MakeNumberSet({{right[0], domain.high}}), domain);
    case ir::TestOp::kBetween:
      return MakeNumberSet({{right[0], right[1]}});
    case ir::TestOp::kContains:
    case ir::TestOp::kStartsWith:
    case ir::TestOp::kEndsWith:
    case ir::TestOp::kMatches:
    case ir::TestOp::kHasAny:
    case ir::TestOp::kHasAll:
    case ir::TestOp::kHasNone:
      return std::nullopt;
  }
  return std::nullopt;
}

std::optional<SubjectSet> OfTest(const ir::Program& program, const ir::Cond& cond) {
  const ir::Expr& left = program.exprs[cond.left];
  if (!IsNumeric(left.type.kind))
    return std::nullopt;
  const NumberRange domain{left.type.low, left.type.high};
  std::vector<std::int64_t> right;
  for (const ir::ExprId id : cond.right) {
    const ir::Expr& constant = program.exprs[id];
    if (constant.op != ir::ExprOp::kConstant)
      return std::nullopt;
    right.push_back(constant.value.number());
    // The checker speaks of these.
    if (right.back() < domain.low || right.back() > domain.high)
      return std::nullopt;
  }
  std::optional<NumberSet> passing = Passing(cond.test, right, domain);
  if (!passing.has_value())
    return std::nullopt;
  return SubjectSet{SubjectText(program, cond.left), domain, std::move(*passing)};
}

std::optional<SubjectSet> OfList(const ir::Program& program, const ir::Cond& list) {
  std::optional<SubjectSet> all;
  for (const ir::CondId child : list.children) {
    const std::optional<SubjectSet> one = SetOf(program, child);
    if (!one.has_value() || (all.has_value() && all->subject != one->subject))
      return std::nullopt;
    if (!all.has_value())
      all = one;
    else if (list.op == ir::CondOp::kAnd)
      all->passing = Intersection(all->passing, one->passing);
    else
      all->passing = Union(all->passing, one->passing);
  }
  return all;
}

}  // namespace

std::string SubjectText(const ir::Program& program, ir::ExprId expr) {
  constexpr std::string_view kPrefix = "lead.";
  std::string text = ir::ExprText(program, expr);
  return text.starts_with(kPrefix) ? text.substr(kPrefix.size()) : text;
}

std::optional<SubjectSet> SetOf(const ir::Program& program, ir::CondId id) {
  const ir::Cond& cond = program.conds[id];
  switch (cond.op) {
    case ir::CondOp::kTest:
      return OfTest(program, cond);
    case ir::CondOp::kAnd:
    case ir::CondOp::kOr:
      return OfList(program, cond);
    case ir::CondOp::kNot: {
      std::optional<SubjectSet> inner = SetOf(program, cond.children[0]);
      if (inner.has_value())
        inner->passing = Complement(inner->passing, inner->domain);
      return inner;
    }
    case ir::CondOp::kAlways:
    case ir::CondOp::kNever:
    case ir::CondOp::kDefine:
    case ir::CondOp::kToggle:
    case ir::CondOp::kKnown:
    case ir::CondOp::kOutcome:
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace lq::lint
