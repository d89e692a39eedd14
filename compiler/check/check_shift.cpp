#include "compiler/check/check_shift.h"

#include <array>

#include <fmt/format.h>

#include "compiler/check/check_literal.h"
#include "compiler/check/check_type.h"
#include "compiler/check/report_constant.h"
#include "runtime/value/date.h"

namespace lq::check {
namespace {

using syntax::Expr;
using syntax::ExprKind;

struct Unit {
  std::string_view name;
  ShiftUnit unit;
  // From the first day to the last it is fewer: more saturates all the same.
  std::int64_t most;
};
constexpr auto kUnits = std::to_array<Unit>({
    {"days", ShiftUnit::kDays, 4'000'000},
    {"months", ShiftUnit::kMonths, 130'000},
    {"years", ShiftUnit::kYears, 11'000},
    {"hours", ShiftUnit::kHours, 100'000'000},
    {"minutes", ShiftUnit::kMinutes, 6'000'000'000},
});

const Unit* FindUnit(std::string_view name) {
  for (const Unit& unit : kUnits) {
    if (unit.name == name)
      return &unit;
  }
  return nullptr;
}

ir::ExprId ReportAmount(Context& context, const Expr& amount, const Type& type) {
  Diagnostic& report = context.Report(DiagnosticKind::kBadArithmetic, amount.span,
                                      fmt::format("{} cannot be added to {} or taken from it",
                                                  Written(context, amount.span), TypeText(type)));
  if (amount.kind == ExprKind::kNumber) {
    report.help = fmt::format("say the unit: `{} days`", amount.text);
    report.fixes.push_back({amount.span, amount.text + " days", false});
  } else if (amount.kind != ExprKind::kQuantity) {
    report.help = "for the days between two dates write `days from a to b` or `days since a`";
  } else {
    report.help = type.kind == TypeKind::kDate ? "use days, months or years"
                                               : "use minutes, hours, days, months or years";
  }
  return ir::kNone;
}

}  // namespace

ir::ExprId CheckShift(Context& context, ir::ExprId date, const Expr& amount_expr,
                      const Expr& step) {
  const Expr& amount = Bare(amount_expr);
  if (amount.kind == ExprKind::kError)
    return ir::kNone;
  const Type type = context.type(date);
  const Unit* unit = amount.kind == ExprKind::kQuantity ? FindUnit(amount.unit) : nullptr;
  const bool of_time =
      unit != nullptr && (unit->unit == ShiftUnit::kHours || unit->unit == ShiftUnit::kMinutes);
  if (unit == nullptr || (of_time && type.kind == TypeKind::kDate))
    return ReportAmount(context, amount, type);
  const std::optional<std::int64_t> number = WholeNumber(amount.text);
  if (!number || *number > unit->most || *number < -unit->most) {
    Diagnostic& report =
        context.Report(DiagnosticKind::kBadLiteral, amount.span,
                       fmt::format("{} is no whole number of {} up to {}",
                                   Written(context, amount.span), unit->name, unit->most));
    report.help = "write a whole number";
    return ir::kNone;
  }
  ir::Expr result;
  result.op = ir::ExprOp::kShift;
  result.unit = unit->unit;
  result.amount = step.kind == ExprKind::kMinus ? -*number : *number;
  result.type = type;
  result.constant = context.expr(date).constant;
  result.children = {date};
  result.span = step.span;
  const auto shift = type.kind == TypeKind::kDate ? ShiftDate : ShiftInstant;
  result.type.low = shift(type.low, result.amount, result.unit);
  result.type.high = shift(type.high, result.amount, result.unit);
  return context.Add(std::move(result));
}

}  // namespace lq::check
