#include "tools/testkit/coverage/comparisons.h"

#include <algorithm>

#include "compiler/ir/expression_text.h"
#include "tools/testkit/coverage/may_be_open.h"

namespace lq::testkit {
namespace {

bool IsList(const ir::Cond& cond) {
  return cond.op == ir::CondOp::kAnd || cond.op == ir::CondOp::kOr;
}

bool AsksDecision(const ir::Program& program, ir::ExprId id) {
  const ir::Expr& expr = program.exprs[id];
  return expr.op == ir::ExprOp::kConfidence || expr.op == ir::ExprOp::kTension ||
         std::any_of(expr.children.begin(), expr.children.end(),
                     [&](ir::ExprId child) { return AsksDecision(program, child); });
}

bool AsksDecision(const ir::Program& program, const ir::Cond& cond) {
  return cond.op == ir::CondOp::kOutcome ||
         (cond.left != ir::kNone && AsksDecision(program, cond.left));
}

void Collect(const Formula& formula, std::vector<std::uint32_t>& out) {
  const bool is_new = std::find(out.begin(), out.end(), formula.comparison) == out.end();
  if (formula.op == Formula::Op::kComparison && is_new) {
    out.push_back(formula.comparison);
  }
  for (const Formula& part : formula.parts) {
    Collect(part, out);
  }
}

}  // namespace

std::vector<std::uint32_t> ComparisonsIn(const Formula& formula) {
  std::vector<std::uint32_t> comparisons;
  Collect(formula, comparisons);
  return comparisons;
}

Formula Comparisons::FormulaOf(ir::CondId cond, ir::CondId unless) {
  unless_ = unless;
  return Walk(cond, nullptr);
}

std::vector<WrittenComparison> Comparisons::OwnOf(ir::CondId cond, ir::CondId unless) {
  unless_ = unless;
  std::vector<WrittenComparison> own;
  Walk(cond, &own);
  return own;
}

bool Comparisons::IsStandard(Span span) const {
  return sources_->file(span.file).path.starts_with("<standard library>");
}

// A cell of a column that also has `missing` cells: known, and the test. One comparison for people.
bool Comparisons::IsCell(const ir::Cond& cond) const {
  if (cond.op != ir::CondOp::kAnd || cond.children.size() != 2) {
    return false;
  }
  const ir::Cond& known = program_->conds[cond.children[0]];
  return known.op == ir::CondOp::kKnown && known.span == cond.span;
}

// With `own` it collects these, and looks into no define.
Formula Comparisons::Walk(ir::CondId id, std::vector<WrittenComparison>* own) {
  const ir::Cond& cond = program_->conds[id];
  if (cond.op == ir::CondOp::kAlways || cond.op == ir::CondOp::kNever) {
    return {Formula::Op::kConstant, cond.op == ir::CondOp::kAlways, 0, {}};
  }
  if (cond.op == ir::CondOp::kNot) {
    const ir::Cond& inner = program_->conds[cond.children[0]];
    const bool one =
        id != unless_ && inner.op != ir::CondOp::kNot && inner.op != ir::CondOp::kDefine;
    if (one && (!IsList(inner) || IsCell(inner))) {
      return Leaf(cond.children[0], true, cond.span, own);
    }
    return {Formula::Op::kNot, false, 0, {Walk(cond.children[0], own)}};
  }
  if (cond.op == ir::CondOp::kDefine) {
    const ir::Define& define = program_->defines[cond.index];
    if (IsStandard(define.span)) {
      return Leaf(id, false, cond.span, own);
    }
    if (own != nullptr) {
      return {};
    }
    defines_.insert(cond.index);
    return Walk(define.when, own);
  }
  if (!IsList(cond) || IsCell(cond)) {
    return Leaf(id, false, cond.span, own);
  }
  Formula formula = {
      cond.op == ir::CondOp::kAnd ? Formula::Op::kAll : Formula::Op::kAny, false, 0, {}};
  for (const ir::CondId child : cond.children) {
    formula.parts.push_back(Walk(child, own));
  }
  return formula;
}

Formula Comparisons::Leaf(ir::CondId cond, bool negated, Span span,
                          std::vector<WrittenComparison>* own) {
  const std::uint32_t number = Number(cond, negated, span);
  if (own != nullptr && std::none_of(own->begin(), own->end(), [&](const WrittenComparison& one) {
        return one.comparison == number;
      })) {
    own->push_back({number, cond, negated, span});
  }
  Formula leaf = {Formula::Op::kComparison, false, number, {}};
  if (all_[number].negated == negated) {
    return leaf;
  }
  return {Formula::Op::kNot, false, 0, {std::move(leaf)}};
}

std::uint32_t Comparisons::Number(ir::CondId cond, bool negated, Span span) {
  const auto [at, is_new] =
      numbers_.emplace(ir::CondText(*program_, cond), static_cast<std::uint32_t>(all_.size()));
  if (is_new) {
    Comparison comparison;
    comparison.cond = cond;
    comparison.negated = negated;
    comparison.span = span;
    comparison.of_decision = AsksDecision(*program_, program_->conds[cond]);
    AddBoundaries(comparison);
    all_.push_back(std::move(comparison));
  }
  return at->second;
}

const ir::Cond& Comparisons::TestOf(ir::CondId cond) const {
  const ir::Cond* test = &program_->conds[cond];
  while (test->op == ir::CondOp::kAnd || test->op == ir::CondOp::kNot) {
    test = &program_->conds[test->children.back()];
  }
  return *test;
}

void Comparisons::AddBoundaries(Comparison& comparison) {
  const ir::Cond& test = TestOf(comparison.cond);
  // A cell does not hold where its field is missing.
  comparison.may_be_open =
      !IsCell(program_->conds[comparison.cond]) && MayBeOpen(*program_, comparison.cond);
  // Confidence and tension come of sums; nobody can choose a lead for one of their values.
  if (test.op != ir::CondOp::kTest || comparison.of_decision ||
      !IsOrdered(program_->exprs[test.left].type.kind)) {
    return;
  }
  for (const ir::ExprId right : test.right) {
    if (program_->exprs[right].constant) {
      comparison.boundaries.push_back(static_cast<std::uint32_t>(boundaries_.size()));
      boundaries_.push_back({static_cast<std::uint32_t>(all_.size()), right});
    }
  }
}

}  // namespace lq::testkit
