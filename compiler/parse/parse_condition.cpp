#include <algorithm>

#include <fmt/format.h>

#include "compiler/parse/constructs.h"

namespace lq::parse {
namespace {

using syntax::Expr;
using syntax::ExprKind;

bool IsAnd(const antlr4::Token* joint) {
  return joint->getType() == LqParser::AND || joint->getType() == LqParser::AND_AND;
}

// `&&`, `&` and `||`.
void ReportSigns(Walk& walk, const std::vector<antlr4::Token*>& joints) {
  for (const antlr4::Token* joint : joints) {
    const Span span = walk.SpanOf(joint);
    const std::string_view word = IsAnd(joint) ? "and" : "or";
    if (walk.TextAt(span) != word)
      walk.ReportPasted(span, walk.TextAt(span), word);
  }
}

// Parentheses around each run of `and`, as most languages would read the mixture.
void AddParentheses(Diagnostic& report, const std::vector<antlr4::Token*>& joints,
                    const std::vector<Expr>& operands) {
  for (std::size_t i = 0; i < joints.size(); ++i) {
    if (!IsAnd(joints[i]))
      continue;
    std::size_t last = i;
    while (last < joints.size() && IsAnd(joints[last]))
      ++last;
    const Span first = operands[i].span;
    const Span end = operands[last].span;
    report.fixes.push_back({{first.file, first.begin, first.begin}, "(", false});
    report.fixes.push_back({{end.file, end.end, end.end}, ")", false});
    i = last;
  }
}

void ReportMixed(Walk& walk, const std::vector<antlr4::Token*>& joints,
                 const std::vector<Expr>& operands) {
  const auto other = std::find_if(joints.begin(), joints.end(), [&](const antlr4::Token* joint) {
    return IsAnd(joint) != IsAnd(joints[0]);
  });
  Diagnostic& report = walk.Report(DiagnosticKind::kMixedAndOr, walk.SpanOf(*other),
                                   "`and` and `or` are mixed without parentheses");
  report.primary.text = fmt::format("`{}` here", IsAnd(*other) ? "and" : "or");
  report.secondary.push_back(
      {walk.SpanOf(joints[0]), fmt::format("`{}` here", IsAnd(joints[0]) ? "and" : "or")});
  report.notes.emplace_back(
      "Readers disagree about which of the two binds tighter, so parentheses must say it.");
  report.help = "put parentheses around the conditions that belong together";
  AddParentheses(report, joints, operands);
}

Expr ParseNegation(Walk& walk, LqParser::NegationContext* rule) {
  if (rule == nullptr)
    return {};
  Expr inner = ParseComparison(walk, rule->body);
  if (rule->nots.empty())
    return inner;
  for (const antlr4::Token* sign : rule->nots) {
    if (sign->getType() == LqParser::BANG)
      walk.ReportPasted(walk.SpanOf(sign), "!", "not");
  }
  if (rule->nots.size() > 1) {
    Diagnostic& report = walk.Report(DiagnosticKind::kMisplacedNot, walk.SpanOf(rule->nots[1]),
                                     "`not` stands twice in a row");
    report.help = "two of them say nothing: leave both out, or one";
  }
  Expr expr;
  expr.kind = ExprKind::kNot;
  expr.span = walk.SpanOf(rule);
  expr.op_span = walk.SpanOf(rule->nots[0]);
  expr.children.push_back(std::move(inner));
  return expr;
}

// Two or more conditions between `and` or `or`.
Expr ParseJunction(Walk& walk, LqParser::ExprContext& rule) {
  Expr expr;
  expr.span = walk.SpanOf(&rule);
  expr.children.reserve(rule.operands.size());
  for (LqParser::NegationContext* operand : rule.operands)
    expr.children.push_back(ParseNegation(walk, operand));
  // A condition that broke off lacks its last operand.
  std::vector<antlr4::Token*> joints = rule.joints;
  joints.resize(std::min(joints.size(), expr.children.size() - 1));
  ReportSigns(walk, joints);
  expr.kind = IsAnd(joints[0]) ? ExprKind::kAnd : ExprKind::kOr;
  expr.op_span = walk.SpanOf(joints[0]);
  const bool mixed = std::any_of(joints.begin(), joints.end(), [&](const antlr4::Token* joint) {
    return IsAnd(joint) != IsAnd(joints[0]);
  });
  if (mixed)
    ReportMixed(walk, joints, expr.children);
  return expr;
}

}  // namespace

Expr ParseExpr(Walk& walk, LqParser::ExprContext* rule) {
  if (rule == nullptr)
    return {};
  walk.EnterExpr();
  Expr expr;
  expr.span = walk.SpanOf(rule);
  if (!rule->operands.empty() && walk.TakeTerms(rule->operands.size(), expr.span)) {
    expr = rule->operands.size() == 1 ? ParseNegation(walk, rule->operands[0])
                                      : ParseJunction(walk, *rule);
  }
  walk.LeaveExpr();
  return expr;
}

}  // namespace lq::parse
