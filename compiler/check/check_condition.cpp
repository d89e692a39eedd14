#include "compiler/check/check_condition.h"

#include <fmt/format.h>

#include "compiler/check/check_comparison.h"
#include "compiler/check/check_input.h"
#include "compiler/check/check_literal.h"
#include "compiler/check/condition_terms.h"
#include "compiler/check/report_constant.h"

namespace lq::check {
namespace {

using syntax::CompareOp;
using syntax::Expr;
using syntax::ExprKind;

class ConditionChecker {
 public:
  explicit ConditionChecker(Context& context) : context_(context) {}

  ir::CondId Run(const Expr& expr) {
    switch (expr.kind) {
      case ExprKind::kError:
      // Stands only on the left of a cell's test.
      case ExprKind::kSubject:
        return ir::kNone;
      case ExprKind::kParens:
        return expr.children.empty() ? ir::kNone : Run(expr.children.front());
      case ExprKind::kAnd:
        return Joined(expr, ir::CondOp::kAnd);
      case ExprKind::kOr:
        return Joined(expr, ir::CondOp::kOr);
      case ExprKind::kNot:
        return MakeNot(context_, Run(expr.children.front()), expr.span);
      case ExprKind::kCompare:
        return CheckComparison(context_, expr);
      case ExprKind::kName:
        return Named(expr);
      case ExprKind::kCode:
      case ExprKind::kNumber:
      case ExprKind::kPercent:
      case ExprKind::kMoney:
      case ExprKind::kQuantity:
      case ExprKind::kDate:
      case ExprKind::kInstant:
      case ExprKind::kText:
      case ExprKind::kPattern:
      case ExprKind::kList:
      case ExprKind::kCall:
      case ExprKind::kOf:
      case ExprKind::kPlus:
      case ExprKind::kMinus:
      case ExprKind::kTimes:
      case ExprKind::kDividedBy:
      case ExprKind::kPercentOf:
      case ExprKind::kDaysFrom:
      case ExprKind::kDaysSince:
        return ReportValue(expr, {});
    }
    return ir::kNone;
  }

 private:
  ir::CondId Joined(const Expr& expr, ir::CondOp op) {
    if (ReportBareAlternatives(expr))
      return ir::kNone;
    ir::Cond cond;
    cond.op = op;
    cond.span = expr.span;
    bool good = true;
    for (const Expr& child : expr.children) {
      cond.children.push_back(Run(child));
      good = good && cond.children.back() != ir::kNone;
    }
    return good ? context_.Add(std::move(cond)) : ir::kNone;
  }

  // `role is student or user`: the second part is a value, and `in` was meant.
  bool ReportBareAlternatives(const Expr& expr) {
    for (std::size_t i = 0; i + 1 < expr.children.size(); ++i) {
      const Expr& compare = expr.children[i];
      const bool is = compare.kind == ExprKind::kCompare && compare.op == CompareOp::kIs &&
                      compare.children.size() == 2;
      if (!is || !IsBareValue(expr.children[i + 1]))
        continue;
      std::size_t end = i + 1;
      while (end < expr.children.size() && IsBareValue(expr.children[end]))
        ++end;
      ReportAlternatives(expr, i, end);
      return true;
    }
    return false;
  }

  // A constant, or a name that is no condition.
  bool IsBareValue(const Expr& expr) const {
    if (IsLiteral(expr))
      return true;
    if (expr.kind != ExprKind::kName || IsInput(expr.text))
      return false;
    const Entry* entry = Find(*context_.scope, expr.text);
    if (entry != nullptr)
      return entry->kind == NameKind::kParameter;
    for (const auto& [name, type] : context_.scope->enums) {
      if (type->members.contains(expr.text))
        return true;
    }
    return false;
  }

  void ReportAlternatives(const Expr& expr, std::size_t first, std::size_t end) {
    const Expr& compare = expr.children[first];
    std::string list(context_.sources.Text(compare.children[1].span));
    for (std::size_t i = first + 1; i < end; ++i) {
      list += fmt::format(", {}", context_.sources.Text(expr.children[i].span));
    }
    const Span whole{compare.span.file, compare.span.begin, expr.children[end - 1].span.end};
    const std::string fixed =
        fmt::format("{} {} [{}]", context_.sources.Text(compare.children[0].span),
                    compare.negated ? "not in" : "in", list);
    Diagnostic& report =
        context_.Report(DiagnosticKind::kOneOfSeveral, expr.children[first + 1].span,
                        fmt::format("{} is a value, not a condition",
                                    Written(context_, expr.children[first + 1].span)));
    report.secondary.push_back({compare.span, "this comparison ends here"});
    report.notes.push_back("`or` and `and` stand between whole conditions.");
    report.help = fmt::format("write `{}`", fixed);
    report.fixes.push_back({whole, fixed, false});
  }

  ir::CondId Named(const Expr& name) {
    const Entry* entry = IsInput(name.text) ? nullptr : Find(*context_.scope, name.text);
    if (entry != nullptr && entry->kind == NameKind::kDefine) {
      if (entry->broken)
        return ir::kNone;
      ir::Cond cond;
      cond.op = ir::CondOp::kDefine;
      cond.index = entry->index;
      cond.span = name.span;
      return context_.Add(std::move(cond));
    }
    if (entry == nullptr && !IsInput(name.text))
      return Unknown(name);
    return ReportValue(name, entry == nullptr ? std::string_view() : HowToAsk(*entry));
  }

  ir::CondId Unknown(const Expr& name) {
    Resolve(context_, {name.text, name.span});
    return ir::kNone;
  }

  // What follows the name to make it a condition.
  std::string_view HowToAsk(const Entry& entry) const {
    if (entry.kind == NameKind::kToggle)
      return "is on";
    const bool yes_no = entry.kind == NameKind::kField &&
                        context_.program->schema.fields[entry.index].type.kind == TypeKind::kYesNo;
    return yes_no ? "is yes" : "";
  }

  ir::CondId ReportValue(const Expr& expr, std::string_view ask) {
    Diagnostic& report =
        context_.Report(DiagnosticKind::kNotACondition, expr.span,
                        fmt::format("{} is no condition", Written(context_, expr.span)));
    report.notes.push_back(
        "A condition compares a value with something, as in `visits at least 10`.");
    if (ask.empty())
      return ir::kNone;
    const std::string fixed = fmt::format("{} {}", expr.text, ask);
    report.help = fmt::format("write `{}`", fixed);
    report.fixes.push_back({expr.span, fixed, true});
    return ir::kNone;
  }

  Context& context_;
};

}  // namespace

ir::CondId CheckCondition(Context& context, const Expr& expr, Place place) {
  const WithPlace within(context, place);
  const ir::CondId id = ConditionChecker(context).Run(expr);
  if (id == ir::kNone || HasFewTerms(context, id, expr.span))
    return id;
  return ir::kNone;
}

ir::CondId MakeAnd(Context& context, std::vector<ir::CondId> children, Span span) {
  for (const ir::CondId child : children) {
    if (child == ir::kNone)
      return ir::kNone;
  }
  ir::Cond cond;
  cond.op = ir::CondOp::kAnd;
  cond.children = std::move(children);
  cond.span = span;
  return context.Add(std::move(cond));
}

ir::CondId MakeNot(Context& context, ir::CondId child, Span span) {
  if (child == ir::kNone)
    return ir::kNone;
  ir::Cond cond;
  cond.op = ir::CondOp::kNot;
  cond.children = {child};
  cond.span = span;
  return context.Add(std::move(cond));
}

ir::CondId MakeKnown(Context& context, ir::ExprId subject, Span span) {
  if (subject == ir::kNone)
    return ir::kNone;
  ir::Cond cond;
  cond.op = ir::CondOp::kKnown;
  cond.left = subject;
  cond.span = span;
  return context.Add(std::move(cond));
}

ir::CondId MakeAlways(Context& context, Span span) {
  ir::Cond cond;
  cond.op = ir::CondOp::kAlways;
  cond.span = span;
  return context.Add(std::move(cond));
}

}  // namespace lq::check
