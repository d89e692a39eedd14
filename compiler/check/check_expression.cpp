#include "compiler/check/check_expression.h"

#include <fmt/format.h>

#include "compiler/check/check_arithmetic.h"
#include "compiler/check/check_call.h"
#include "compiler/check/check_constant.h"
#include "compiler/check/check_days.h"
#include "compiler/check/check_enum.h"
#include "compiler/check/check_input.h"
#include "compiler/check/check_parameter.h"
#include "compiler/check/report_constant.h"
#include "runtime/value/values.h"

namespace lq::check {
namespace {

using syntax::Expr;
using syntax::ExprKind;

ir::ExprId ReportNotAValue(Context& context, const Expr& expr) {
  Diagnostic& report = context.Report(
      DiagnosticKind::kNotAValue, expr.span,
      fmt::format("{} is a condition, but a value must stand here", Written(context, expr.span)));
  report.notes.push_back(
      "A condition holds or does not; it is no value to compare or to calculate with.");
  return ir::kNone;
}

// A literal where nothing says which type it should have.
ir::ExprId CheckLiteral(Context& context, const Expr& literal) {
  LiteralProblem problem = LiteralProblem::kNone;
  const std::optional<Type> type = NaturalType(literal, problem);
  if (type)
    return ConstantOf(context, literal, {&*type, {}, {}, {}, Counts::kNothing});
  if (problem != LiteralProblem::kOtherKind) {
    Type shown;
    shown.kind = literal.kind == ExprKind::kMoney  ? TypeKind::kMoney
                 : literal.kind == ExprKind::kCode ? TypeKind::kCountry
                                                   : TypeKind::kDecimal;
    shown.places = 6;
    ReportConstant(context, literal, problem, {&shown, {}, {}, {}, Counts::kNothing});
    return ir::kNone;
  }
  Diagnostic& report =
      context.Report(DiagnosticKind::kWrongType, literal.span,
                     fmt::format("{} alone is no value", Written(context, literal.span)));
  report.notes.push_back(
      "A length of time can be added to a date or an instant, or compared with a number of days.");
  return ir::kNone;
}

class NameChecker {
 public:
  NameChecker(Context& context, const Expr& expr, const Expected* expected)
      : context_(context), expr_(expr), expected_(expected) {}

  ir::ExprId Run() {
    // The enum's values come first.
    if (expected_ != nullptr &&
        ReadConstant(context_, expr_, *expected_->type, expected_->counts).problem ==
            LiteralProblem::kNone) {
      return ConstantOf(context_, expr_, *expected_);
    }
    Entry* entry = IsInput(expr_.text) ? nullptr : Find(*context_.scope, expr_.text);
    if (entry == nullptr && !IsInput(expr_.text))
      return NotDeclared();
    if (entry != nullptr && entry->kind == NameKind::kParameter && !entry->broken) {
      return ParameterValue(context_, context_.parameters[entry->index], expr_.span, expected_);
    }
    return Declared();
  }

 private:
  ir::ExprId Declared() {
    const Subject subject = SubjectOf(context_, {expr_.text, expr_.span});
    if (subject.kind == Subject::Kind::kValue)
      return subject.expr;
    if (subject.kind == Subject::Kind::kNone)
      return ir::kNone;
    const bool toggle = subject.kind == Subject::Kind::kToggle;
    Diagnostic& report =
        context_.Report(DiagnosticKind::kNotAValue, expr_.span,
                        fmt::format("`{}` is {}, but a value must stand here", expr_.text,
                                    toggle ? "a toggle" : "a condition"));
    report.secondary.push_back({subject.declared, "declared here"});
    report.help =
        toggle ? fmt::format("ask `{} is on` or `{} is off`", expr_.text, expr_.text)
               : fmt::format("write just `{}` or `not {}` as a condition", expr_.text, expr_.text);
    return ir::kNone;
  }

  // A value of an enum, yes or no, or a mistake.
  ir::ExprId NotDeclared() {
    const bool asked = expected_ != nullptr && (expected_->type->kind == TypeKind::kEnum ||
                                                expected_->type->kind == TypeKind::kYesNo);
    if ((asked || MayBeBareText()) && !NearDeclared())
      return ConstantOf(context_, expr_, *expected_);
    const std::vector<const Expr*> alone{&expr_};
    if (expected_ == nullptr && IsValueOfSomeEnum()) {
      const std::optional<Type> type = CommonType(context_, alone, {});
      return type ? ConstantOf(context_, expr_, {&*type, {}, {}, {}, Counts::kNothing}) : ir::kNone;
    }
    Resolve(context_, {expr_.text, expr_.span});
    return ir::kNone;
  }

  // A slip in the name of a field rather than of a value.
  bool NearDeclared() const {
    if (expr_.text.find('.') != std::string::npos)
      return true;
    std::vector<std::string_view> values;
    if (expected_->type->kind == TypeKind::kEnum) {
      for (const Enum::Member& member : expected_->type->enumeration->members)
        values.push_back(member.name);
    }
    if (!NearestName(expr_.text, values).empty())
      return false;
    std::vector<std::string_view> names;
    for (const auto& [name, entry] : context_.scope->names)
      names.push_back(name);
    return !NearestName(expr_.text, names).empty();
  }

  // `germany` for DE, a text without its quotes.
  bool MayBeBareText() const {
    if (expected_ == nullptr || context_.scope->incomplete)
      return false;
    switch (expected_->type->kind) {
      case TypeKind::kCountry:
      case TypeKind::kCurrency:
      case TypeKind::kLanguage:
      case TypeKind::kText:
      case TypeKind::kEmail:
      case TypeKind::kDomain:
      case TypeKind::kPhone:
        return true;
      case TypeKind::kYesNo:
      case TypeKind::kEnum:
      case TypeKind::kInteger:
      case TypeKind::kDecimal:
      case TypeKind::kMoney:
      case TypeKind::kPercent:
      case TypeKind::kDate:
      case TypeKind::kInstant:
      case TypeKind::kList:
        return false;
    }
    return false;
  }

  bool IsValueOfSomeEnum() const {
    if (expr_.text == "yes" || expr_.text == "no")
      return true;
    for (const auto& [name, entry] : context_.scope->enums) {
      if (entry->members.contains(expr_.text))
        return true;
    }
    return false;
  }

  Context& context_;
  const Expr& expr_;
  const Expected* expected_;
};

}  // namespace

ir::ExprId CheckValue(Context& context, const Expr& expr, const Expected* expected) {
  switch (expr.kind) {
    case ExprKind::kError:
    // Stands only on the left of a cell's test, which is not checked as a value.
    case ExprKind::kSubject:
      return ir::kNone;
    case ExprKind::kName:
      return NameChecker(context, expr, expected).Run();
    case ExprKind::kCode:
    case ExprKind::kNumber:
    case ExprKind::kPercent:
    case ExprKind::kMoney:
    case ExprKind::kQuantity:
    case ExprKind::kDate:
    case ExprKind::kInstant:
    case ExprKind::kText:
      return expected != nullptr ? ConstantOf(context, expr, *expected)
                                 : CheckLiteral(context, expr);
    case ExprKind::kList:
      if (expected != nullptr)
        return ConstantOf(context, expr, *expected);
      context.Report(DiagnosticKind::kWrongType, expr.span, "a list cannot stand here");
      return ir::kNone;
    case ExprKind::kPattern:
      context.Report(DiagnosticKind::kWrongType, expr.span,
                     "a pattern stands after `matches` only");
      return ir::kNone;
    case ExprKind::kParens:
      return expr.children.empty() ? ir::kNone
                                   : CheckValue(context, expr.children.front(), expected);
    case ExprKind::kCall:
    case ExprKind::kOf:
      return CheckCall(context, expr);
    case ExprKind::kPlus:
    case ExprKind::kMinus:
      return CheckSum(context, expr, expected);
    case ExprKind::kTimes:
    case ExprKind::kDividedBy:
      return CheckProduct(context, expr, expected);
    case ExprKind::kPercentOf:
      return CheckPercentOf(context, expr, expected);
    case ExprKind::kDaysFrom:
    case ExprKind::kDaysSince:
      return CheckDays(context, expr);
    case ExprKind::kNot:
    case ExprKind::kAnd:
    case ExprKind::kOr:
    case ExprKind::kCompare:
      return ReportNotAValue(context, expr);
  }
  return ir::kNone;
}

ir::ExprId CheckValueOf(Context& context, const Expr& expr, const Expected& expected) {
  const ir::ExprId id = CheckValue(context, expr, &expected);
  if (id == ir::kNone || SameType(context.type(id), *expected.type))
    return id;
  const Type seen = context.type(id);
  Diagnostic& report = ReportWrongType(context, expr.span, seen, expected);
  if (seen.kind == TypeKind::kEmail && expected.type->kind == TypeKind::kDomain) {
    report.help = fmt::format("write `domain of {}`", context.sources.Text(expr.span));
  } else if (seen.kind == TypeKind::kDomain && expected.type->kind == TypeKind::kEmail &&
             expected.place != Span()) {
    report.help =
        fmt::format("compare `domain of {}` with it", context.sources.Text(expected.place));
  }
  return ir::kNone;
}

}  // namespace lq::check
