#include <algorithm>

#include "compiler/parse/constructs.h"

namespace lq::parse {
namespace {

using syntax::Expr;
using syntax::ExprKind;

Span Cover(Span first, Span last) {
  return {first.file, first.begin, std::max(first.end, last.end)};
}

syntax::Rounding ParseRounding(LqParser::RoundingContext* rule) {
  if (rule == nullptr || rule->way == nullptr)
    return syntax::Rounding::kNone;
  switch (rule->way->getType()) {
    case LqParser::HALF_EVEN:
      return syntax::Rounding::kHalfEven;
    case LqParser::DOWN:
      return syntax::Rounding::kDown;
    default:
      return syntax::Rounding::kUp;
  }
}

// `right` comes under `left`; the new node covers both and what stands after them up to `whole`.
Expr Join(ExprKind kind, Expr left, Expr right, Span op_span, Span whole) {
  Expr expr;
  expr.kind = kind;
  expr.span = Cover(left.span, whole);
  expr.op_span = op_span;
  expr.children.push_back(std::move(left));
  expr.children.push_back(std::move(right));
  return expr;
}

Expr ParseCall(Walk& walk, LqParser::AtomContext& rule) {
  Expr expr;
  expr.kind = ExprKind::kCall;
  expr.span = walk.SpanOf(&rule);
  expr.text = walk.Used(rule.bare).text;
  for (LqParser::ExprContext* argument : rule.arguments)
    expr.children.push_back(ParseExpr(walk, argument));
  return expr;
}

// `(DE, AT)`
Expr ParseRoundList(Walk& walk, LqParser::AtomContext& rule) {
  Expr expr;
  expr.kind = ExprKind::kList;
  expr.span = walk.SpanOf(&rule);
  for (LqParser::ExprContext* item : rule.items)
    expr.children.push_back(ParseExpr(walk, item));
  Diagnostic& report =
      walk.Report(DiagnosticKind::kRoundList, expr.span, "a list stands in square brackets");
  report.primary.text = "parentheses only group conditions and values";
  report.help = "write `[` and `]` around it";
  report.fixes.push_back({{expr.span.file, expr.span.begin, expr.span.begin + 1}, "[", true});
  report.fixes.push_back({{expr.span.file, expr.span.end - 1, expr.span.end}, "]", true});
  return expr;
}

Expr ParseParens(Walk& walk, LqParser::AtomContext& rule) {
  if (rule.items.size() > 1 && !walk.broken())
    return ParseRoundList(walk, rule);
  Expr expr;
  expr.kind = ExprKind::kParens;
  expr.span = walk.SpanOf(&rule);
  expr.children.push_back(ParseExpr(walk, rule.items.front()));
  return expr;
}

Expr ParsePercentOf(Walk& walk, LqParser::OperandContext& rule) {
  Expr percent;
  percent.kind = ExprKind::kPercent;
  percent.span = walk.SpanOf(rule.percent);
  for (const char c : walk.TextOf(rule.percent)) {
    if ((c >= '0' && c <= '9') || c == '.' || c == '-')
      percent.text += c;
  }
  Expr expr =
      Join(ExprKind::kPercentOf, std::move(percent), ParseAtom(walk, rule.right),
           walk.SpanBefore(rule.percent, rule.right == nullptr ? nullptr : rule.right->start),
           walk.SpanOf(&rule));
  expr.rounding = ParseRounding(rule.rounding());
  return expr;
}

Expr ParseOperand(Walk& walk, LqParser::OperandContext* rule) {
  if (rule == nullptr)
    return {};
  if (rule->percent != nullptr)
    return ParsePercentOf(walk, *rule);
  if (rule->daysFrom != nullptr) {
    return Join(ExprKind::kDaysFrom, ParseAtom(walk, rule->left), ParseAtom(walk, rule->right),
                walk.SpanOf(rule->daysFrom), walk.SpanOf(rule));
  }
  const bool days_since = rule->daysSince != nullptr;
  if (!days_since && rule->function == nullptr)
    return ParseAtom(walk, rule->plain);
  Expr expr;
  expr.kind = days_since ? ExprKind::kDaysSince : ExprKind::kOf;
  expr.span = walk.SpanOf(rule);
  expr.op_span =
      walk.SpanBefore(rule->start, rule->right == nullptr ? nullptr : rule->right->start);
  if (!days_since)
    expr.text = walk.Used(rule->function).text;
  expr.children.push_back(ParseAtom(walk, rule->right));
  return expr;
}

// `+`, `*` and the like, each with its word.
void ReportSign(Walk& walk, const antlr4::Token* sign, std::string_view word) {
  const Span span = walk.SpanOf(sign);
  if (walk.TextAt(span) != word && !word.starts_with(walk.TextAt(span))) {
    walk.ReportPasted(span, walk.TextAt(span), word);
  }
}

Expr ParseProduct(Walk& walk, LqParser::ProductContext* rule) {
  if (rule == nullptr)
    return {};
  Expr expr = ParseOperand(walk, rule->left);
  if (!walk.TakeTerms(rule->steps.size(), walk.SpanOf(rule)))
    return expr;
  for (LqParser::ProductStepContext* step : rule->steps) {
    if (step->sign == nullptr)
      continue;
    const std::size_t sign = step->sign->getType();
    const bool times = sign == LqParser::TIMES || sign == LqParser::TIMES_SIGN;
    ReportSign(walk, step->sign, times ? "times" : "divided by");
    const antlr4::Token* next = step->right == nullptr ? nullptr : step->right->start;
    expr = Join(times ? ExprKind::kTimes : ExprKind::kDividedBy, std::move(expr),
                ParseAtom(walk, step->right), walk.SpanBefore(step->sign, next), walk.SpanOf(step));
    expr.rounding = ParseRounding(step->rounding());
  }
  return expr;
}

}  // namespace

Expr ParseAtom(Walk& walk, LqParser::AtomContext* rule) {
  if (rule == nullptr)
    return {};
  if (rule->value != nullptr)
    return ParseLiteral(walk, rule->value);
  if (rule->dotted != nullptr)
    return ParseDotted(walk, rule->dotted);
  if (!rule->items.empty())
    return ParseParens(walk, *rule);
  if (rule->call != nullptr)
    return ParseCall(walk, *rule);
  if (rule->bare != nullptr)
    return ParseWord(walk, rule->bare);
  Expr list = ParseList(walk, rule->many);
  if (list.kind == ExprKind::kError)
    list.span = walk.SpanOf(rule);
  return list;
}

Expr ParseSum(Walk& walk, LqParser::SumContext* rule) {
  if (rule == nullptr)
    return {};
  Expr expr = ParseProduct(walk, rule->left);
  if (!walk.TakeTerms(rule->steps.size(), walk.SpanOf(rule)))
    return expr;
  for (LqParser::SumStepContext* step : rule->steps) {
    if (step->sign == nullptr)
      continue;
    const std::size_t sign = step->sign->getType();
    const bool plus = sign == LqParser::PLUS || sign == LqParser::PLUS_SIGN;
    ReportSign(walk, step->sign, plus ? "plus" : "minus");
    expr = Join(plus ? ExprKind::kPlus : ExprKind::kMinus, std::move(expr),
                ParseProduct(walk, step->right), walk.SpanOf(step->sign), walk.SpanOf(step));
  }
  return expr;
}

}  // namespace lq::parse
