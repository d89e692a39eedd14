#include "compiler/format/constructs.h"

namespace lq::format {
namespace {

using syntax::Expr;
using syntax::ExprKind;

// Before each of the words that join the parts.
void BreakBetween(Sheet& sheet, const Expr& expr, Flow flow) {
  for (std::size_t i = 1; i < expr.children.size(); ++i)
    sheet.MayBreak(sheet.TokenAt(expr.children[i - 1].span.end), flow);
}

void FormatParts(Sheet& sheet, const Expr& expr, Flow flow) {
  for (const Expr& child : expr.children)
    FormatExpr(sheet, child, flow);
}

}  // namespace

void FormatExpr(Sheet& sheet, const Expr& expr, Flow flow) {
  switch (expr.kind) {
    case ExprKind::kError:
    case ExprKind::kSubject:
    case ExprKind::kName:
    case ExprKind::kCode:
    case ExprKind::kNumber:
    case ExprKind::kPercent:
    case ExprKind::kMoney:
    case ExprKind::kQuantity:
    case ExprKind::kDate:
    case ExprKind::kInstant:
    case ExprKind::kText:
    case ExprKind::kPattern:
      return;
    case ExprKind::kList:
      return sheet.Items(sheet.PieceOf(expr.span), flow);
    case ExprKind::kCall:
      sheet.before(sheet.TokenAt(expr.span.begin) + 1).spaces = 0;
      sheet.Items(sheet.PieceOf(expr.span), flow);
      return FormatParts(sheet, expr, flow.Inner());
    case ExprKind::kParens:
      return FormatParts(sheet, expr, flow.Inner());
    case ExprKind::kAnd:
    case ExprKind::kOr:
      BreakBetween(sheet, expr, flow);
      flow.indent += 2;
      return FormatParts(sheet, expr, flow.Inner());
    case ExprKind::kPlus:
    case ExprKind::kMinus:
      // The steps of a sum stand one in the other.
      BreakBetween(sheet, expr, flow);
      return FormatParts(sheet, expr, flow);
    case ExprKind::kOf:
    case ExprKind::kTimes:
    case ExprKind::kDividedBy:
    case ExprKind::kPercentOf:
    case ExprKind::kDaysFrom:
    case ExprKind::kDaysSince:
    case ExprKind::kNot:
    case ExprKind::kCompare:
      return FormatParts(sheet, expr, flow);
  }
}

}  // namespace lq::format
