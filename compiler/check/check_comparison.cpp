#include "compiler/check/check_comparison.h"

#include <fmt/format.h>

#include "compiler/check/check_arithmetic.h"
#include "compiler/check/check_enum.h"
#include "compiler/check/check_input.h"
#include "compiler/check/check_literal.h"
#include "compiler/check/report_constant.h"

namespace lq::check {
namespace {

using syntax::CompareOp;
using syntax::Expr;
using syntax::ExprKind;

bool IsOrder(CompareOp op) {
  switch (op) {
    case CompareOp::kAtLeast:
    case CompareOp::kAtMost:
    case CompareOp::kMoreThan:
    case CompareOp::kLessThan:
    case CompareOp::kBetween:
    case CompareOp::kOnOrAfter:
    case CompareOp::kOnOrBefore:
    case CompareOp::kAfter:
    case CompareOp::kBefore:
      return true;
    case CompareOp::kIs:
    case CompareOp::kIn:
    case CompareOp::kIsKnown:
    case CompareOp::kIsMissing:
    case CompareOp::kContains:
    case CompareOp::kStartsWith:
    case CompareOp::kEndsWith:
    case CompareOp::kMatches:
    case CompareOp::kHasAnyOf:
    case CompareOp::kHasAllOf:
    case CompareOp::kHasNoneOf:
      return false;
  }
  return false;
}

// The same comparison with its sides exchanged.
CompareOp Mirrored(CompareOp op) {
  switch (op) {
    case CompareOp::kAtLeast:
      return CompareOp::kAtMost;
    case CompareOp::kAtMost:
      return CompareOp::kAtLeast;
    case CompareOp::kMoreThan:
      return CompareOp::kLessThan;
    case CompareOp::kLessThan:
      return CompareOp::kMoreThan;
    case CompareOp::kOnOrAfter:
      return CompareOp::kOnOrBefore;
    case CompareOp::kOnOrBefore:
      return CompareOp::kOnOrAfter;
    case CompareOp::kAfter:
      return CompareOp::kBefore;
    case CompareOp::kBefore:
      return CompareOp::kAfter;
    case CompareOp::kBetween:
    case CompareOp::kIs:
    case CompareOp::kIn:
    case CompareOp::kIsKnown:
    case CompareOp::kIsMissing:
    case CompareOp::kContains:
    case CompareOp::kStartsWith:
    case CompareOp::kEndsWith:
    case CompareOp::kMatches:
    case CompareOp::kHasAnyOf:
    case CompareOp::kHasAllOf:
    case CompareOp::kHasNoneOf:
      return op;
  }
  return op;
}

class ComparisonChecker {
 public:
  ComparisonChecker(Context& context, const Expr& compare)
      : context_(context), left_(Bare(compare.children[0])), tail_(TailOf(compare)) {}

  ir::CondId Run() {
    if (left_.kind == ExprKind::kError)
      return ir::kNone;
    if (left_.kind == ExprKind::kName) {
      if (left_.text == "outcome")
        return Outcome();
      const Entry* entry = IsInput(left_.text) ? nullptr : Find(*context_.scope, left_.text);
      if (entry != nullptr && entry->kind == NameKind::kToggle)
        return Toggle(*entry);
      if (entry != nullptr && entry->kind == NameKind::kDefine)
        return ReportDefine(*entry);
    }
    return IsTurned() ? Turned() : Straight();
  }

 private:
  ir::CondId Straight() {
    Left left{CheckLeft(), left_.span, DeclaredAt(left_)};
    return left.expr == ir::kNone ? ir::kNone : CheckTail(context_, left, tail_);
  }

  // A constant on the left of the ends of `between` takes their type.
  ir::ExprId CheckLeft() {
    const bool adapts = !tail_.right.empty() && tail_.op == CompareOp::kBetween &&
                        IsAdaptable(context_, left_) && !IsAdaptable(context_, *tail_.right[0]);
    if (!adapts)
      return CheckValue(context_, left_);
    const ir::ExprId end = CheckValue(context_, *tail_.right[0]);
    if (end == ir::kNone)
      return ir::kNone;
    const Type type = context_.type(end);
    const Expected expected{
        &type, Written(context_, tail_.right[0]->span), tail_.right[0]->span, {}, Counts::kNothing};
    return CheckValueOf(context_, left_, expected);
  }

  // A constant on the left of something that is none.
  bool IsTurned() const {
    if (tail_.right.size() != 1 || (tail_.op != CompareOp::kIs && !IsOrder(tail_.op)))
      return false;
    const Expr& right = Bare(*tail_.right[0]);
    if (IsAdaptable(context_, left_))
      return !IsAdaptable(context_, right) && !IsConstantName(right);
    const bool value = left_.kind == ExprKind::kName && !IsInput(left_.text) &&
                       Find(*context_.scope, left_.text) == nullptr && tail_.op == CompareOp::kIs;
    return value && right.kind == ExprKind::kName && IsEnumSubject(right);
  }

  // `today`, `now`: as constant as the left side.
  static bool IsConstantName(const Expr& right) {
    return right.kind == ExprKind::kName && (right.text == "today" || right.text == "now");
  }

  // A field (or the like) of which the left side's name is a value.
  bool IsEnumSubject(const Expr& right) const {
    const Entry* entry = IsInput(right.text) ? nullptr : Find(*context_.scope, right.text);
    if (entry == nullptr || entry->broken || entry->kind != NameKind::kField)
      return false;
    const Type& type = context_.program->schema.fields[entry->index].type;
    if (type.kind == TypeKind::kYesNo)
      return left_.text == "yes" || left_.text == "no";
    return type.kind == TypeKind::kEnum &&
           FindEnumValue(context_, *type.enumeration, left_.text).has_value();
  }

  ir::CondId Turned() {
    const Expr& right = Bare(*tail_.right[0]);
    Left left{CheckValue(context_, right), right.span, DeclaredAt(right)};
    if (left.expr == ir::kNone)
      return ir::kNone;
    Tail turned = tail_;
    turned.op = Mirrored(tail_.op);
    turned.right = {&left_};
    return CheckTail(context_, left, turned);
  }

  Span DeclaredAt(const Expr& expr) const {
    const Entry* entry = expr.kind == ExprKind::kName && !IsInput(expr.text)
                             ? Find(*context_.scope, expr.text)
                             : nullptr;
    return entry == nullptr ? Span() : entry->span;
  }

  ir::CondId Toggle(const Entry& entry) {
    const Expr* right = tail_.right.empty() ? nullptr : &Bare(*tail_.right[0]);
    const bool named =
        right != nullptr && right->kind == ExprKind::kName && tail_.op == CompareOp::kIs;
    if (right != nullptr && right->kind == ExprKind::kError)
      return ir::kNone;
    if (!named || (right->text != "on" && right->text != "off")) {
      Diagnostic& report =
          context_.Report(DiagnosticKind::kWrongComparison, tail_.span,
                          fmt::format("`{}` is a toggle: it is on or off", left_.text));
      report.secondary.push_back({entry.span, "declared here"});
      report.help = fmt::format("write `{} is on` or `{} is off`", left_.text, left_.text);
      return ir::kNone;
    }
    ir::Cond toggle;
    toggle.op = ir::CondOp::kToggle;
    toggle.index = entry.index;
    toggle.span = tail_.span;
    const ir::CondId id = context_.Add(std::move(toggle));
    return (right->text == "off") == tail_.negated ? id : MakeNot(context_, id, tail_.span);
  }

  ir::CondId ReportDefine(const Entry& entry) {
    const bool no = !tail_.right.empty() && Bare(*tail_.right[0]).text == "no";
    const std::string fixed = fmt::format("{}{}", no != tail_.negated ? "not " : "", left_.text);
    Diagnostic& report = context_.Report(DiagnosticKind::kNotAValue, tail_.span,
                                         fmt::format("`{}` is a condition already", left_.text));
    report.secondary.push_back({entry.span, "declared here"});
    report.help = fmt::format("write just `{}`", fixed);
    report.fixes.push_back({tail_.span, fixed, false});
    return ir::kNone;
  }

  // `outcome is nurture`, `outcome in [a, b]`
  ir::CondId Outcome() {
    if (!AllowGuardName(context_, {left_.text, left_.span}))
      return ir::kNone;
    const bool named = tail_.op == CompareOp::kIs || tail_.op == CompareOp::kIn;
    if (!named) {
      Diagnostic& report = context_.Report(DiagnosticKind::kWrongComparison, tail_.span,
                                           "`outcome` is compared with `is` and `in` only");
      report.help = "write it as in `outcome is nurture`";
      return ir::kNone;
    }
    const Expr& right = Bare(*tail_.right[0]);
    ir::Cond cond;
    cond.op = ir::CondOp::kOutcome;
    cond.span = tail_.span;
    const bool list = right.kind == ExprKind::kList;
    bool good = true;
    for (const Expr* name : list ? Pointers(right.children) : std::vector<const Expr*>{&right}) {
      good = AddOutcome(Bare(*name), cond) && good;
    }
    if (!good || cond.outcomes.empty())
      return ir::kNone;
    const ir::CondId id = context_.Add(std::move(cond));
    return tail_.negated ? MakeNot(context_, id, tail_.span) : id;
  }

  static std::vector<const Expr*> Pointers(const std::vector<Expr>& items) {
    std::vector<const Expr*> pointers;
    for (const Expr& item : items)
      pointers.push_back(&item);
    return pointers;
  }

  bool AddOutcome(const Expr& name, ir::Cond& cond) {
    if (name.kind == ExprKind::kError)
      return false;
    if (name.kind != ExprKind::kName) {
      context_.Report(DiagnosticKind::kWrongType, name.span,
                      fmt::format("{} is no outcome", Written(context_, name.span)));
      return false;
    }
    const NameTable::Named* outcome =
        context_.outcomes.Resolve(context_.diagnostics, {name.text, name.span});
    if (outcome == nullptr)
      return false;
    cond.outcomes.push_back(outcome->index);
    return true;
  }

  Context& context_;
  const Expr& left_;
  const Tail tail_;
};

}  // namespace

Tail TailOf(const Expr& compare) {
  Tail tail{compare.op, compare.negated, compare.any_of, compare.ignoring_case,
            {},         compare.span,    compare.op_span};
  for (std::size_t i = 1; i < compare.children.size(); ++i)
    tail.right.push_back(&compare.children[i]);
  return tail;
}

ir::CondId CheckComparison(Context& context, const Expr& compare) {
  return ComparisonChecker(context, compare).Run();
}

}  // namespace lq::check
