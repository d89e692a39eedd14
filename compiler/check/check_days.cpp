#include "compiler/check/check_days.h"

#include <fmt/format.h>

#include "compiler/check/check_type.h"
#include "compiler/check/report_constant.h"
#include "runtime/value/date.h"

namespace lq::check {
namespace {

using syntax::Expr;

ir::ExprId Today(Context& context, Span span) {
  ir::Expr today;
  today.op = ir::ExprOp::kToday;
  today.type.kind = TypeKind::kDate;
  today.type.low = kFirstDay;
  today.type.high = kLastDay;
  today.constant = true;
  today.span = span;
  return context.Add(std::move(today));
}

// The day of a date, or of an instant (UTC).
std::int64_t DayOf(const Type& type, std::int64_t value) {
  return type.kind == TypeKind::kInstant ? DayOfInstant(value) : value;
}

ir::ExprId CheckDate(Context& context, const Expr& expr) {
  Type date;
  date.kind = TypeKind::kDate;
  date.low = kFirstDay;
  date.high = kLastDay;
  const Expected expected{&date, {}, {}, {}, Counts::kNothing};
  const ir::ExprId id = CheckValue(context, expr, &expected);
  if (id == ir::kNone)
    return id;
  const TypeKind kind = context.type(id).kind;
  if (kind == TypeKind::kDate || kind == TypeKind::kInstant)
    return id;
  context.Report(DiagnosticKind::kWrongType, expr.span,
                 fmt::format("days are counted between dates, but {} is {}",
                             Written(context, expr.span), TypeText(context.type(id))));
  return ir::kNone;
}

}  // namespace

ir::ExprId CheckDays(Context& context, const Expr& expr) {
  const bool since = expr.kind == syntax::ExprKind::kDaysSince;
  const ir::ExprId from = CheckDate(context, expr.children[0]);
  const ir::ExprId to = since ? Today(context, expr.span) : CheckDate(context, expr.children[1]);
  if (from == ir::kNone || to == ir::kNone)
    return ir::kNone;
  ir::Expr result;
  result.op = ir::ExprOp::kDays;
  result.type.kind = TypeKind::kInteger;
  const Type& first = context.type(from);
  const Type& last = context.type(to);
  result.type.low = DayOf(last, last.low) - DayOf(first, first.high);
  result.type.high = DayOf(last, last.high) - DayOf(first, first.low);
  result.constant = context.expr(from).constant && context.expr(to).constant;
  result.children = {from, to};
  result.span = expr.span;
  return context.Add(std::move(result));
}

bool IsDayCount(const Context& context, ir::ExprId id) {
  while (id != ir::kNone) {
    const ir::Expr& at = context.expr(id);
    switch (at.op) {
      case ir::ExprOp::kDays:
        return true;
      case ir::ExprOp::kDerived:
        id = context.program->derived[at.index].value;
        break;
      case ir::ExprOp::kAdd:
      case ir::ExprOp::kSubtract:
        id = at.children[0];
        break;
      case ir::ExprOp::kConstant:
      case ir::ExprOp::kParameter:
      case ir::ExprOp::kToday:
      case ir::ExprOp::kNow:
      case ir::ExprOp::kField:
      case ir::ExprOp::kScore:
      case ir::ExprOp::kTable:
      case ir::ExprOp::kLookup:
      case ir::ExprOp::kConfidence:
      case ir::ExprOp::kTension:
      case ir::ExprOp::kMultiply:
      case ir::ExprOp::kDivide:
      case ir::ExprOp::kPercentOf:
      case ir::ExprOp::kShift:
      case ir::ExprOp::kCall:
        return false;
    }
  }
  return false;
}

}  // namespace lq::check
