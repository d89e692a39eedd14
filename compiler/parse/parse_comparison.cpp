#include <algorithm>

#include <fmt/format.h>

#include "compiler/parse/constructs.h"

namespace lq::parse {
namespace {

using syntax::CompareOp;
using syntax::Expr;
using syntax::ExprKind;

// The value a comparison with a pasted sign is about decides between `at least` and `on or after`.
bool IsMoment(const Expr& value) {
  const bool now = value.kind == ExprKind::kName && (value.text == "today" || value.text == "now");
  const bool sum = value.kind == ExprKind::kPlus || value.kind == ExprKind::kMinus;
  if (sum && !value.children.empty())
    return IsMoment(value.children.front());
  return now || value.kind == ExprKind::kDate || value.kind == ExprKind::kInstant;
}

struct OpWords {
  CompareOp op;
  std::string_view words;
};

OpWords OfSign(std::size_t sign, bool moment) {
  switch (sign) {
    case LqParser::GREATER_EQUAL:
      return moment ? OpWords{CompareOp::kOnOrAfter, "on or after"}
                    : OpWords{CompareOp::kAtLeast, "at least"};
    case LqParser::LESS_EQUAL:
      return moment ? OpWords{CompareOp::kOnOrBefore, "on or before"}
                    : OpWords{CompareOp::kAtMost, "at most"};
    case LqParser::GREATER_SIGN:
      return moment ? OpWords{CompareOp::kAfter, "after"}
                    : OpWords{CompareOp::kMoreThan, "more than"};
    default:
      return moment ? OpWords{CompareOp::kBefore, "before"}
                    : OpWords{CompareOp::kLessThan, "less than"};
  }
}

bool SideIs(const LqParser::OperationContext& rule, std::size_t type) {
  return rule.side != nullptr && rule.side->getType() == type;
}

// By the operator's first word.
OpWords OfWord(const LqParser::OperationContext& rule) {
  switch (rule.start->getType()) {
    case LqParser::IN:
      return {CompareOp::kIn, "in"};
    case LqParser::AT:
      return SideIs(rule, LqParser::LEAST) ? OpWords{CompareOp::kAtLeast, "at least"}
                                           : OpWords{CompareOp::kAtMost, "at most"};
    case LqParser::MORE_:
      return {CompareOp::kMoreThan, "more than"};
    case LqParser::LESS:
      return {CompareOp::kLessThan, "less than"};
    case LqParser::BETWEEN:
      return {CompareOp::kBetween, "between"};
    case LqParser::ON:
      return SideIs(rule, LqParser::AFTER) ? OpWords{CompareOp::kOnOrAfter, "on or after"}
                                           : OpWords{CompareOp::kOnOrBefore, "on or before"};
    case LqParser::AFTER:
      return {CompareOp::kAfter, "after"};
    case LqParser::BEFORE:
      return {CompareOp::kBefore, "before"};
    case LqParser::CONTAINS:
      return {CompareOp::kContains, "contains"};
    case LqParser::STARTS:
      return {CompareOp::kStartsWith, "starts with"};
    case LqParser::ENDS:
      return {CompareOp::kEndsWith, "ends with"};
    case LqParser::MATCHES:
      return {CompareOp::kMatches, "matches"};
    default:
      if (SideIs(rule, LqParser::ANY))
        return {CompareOp::kHasAnyOf, "has any of"};
      return SideIs(rule, LqParser::ALL) ? OpWords{CompareOp::kHasAllOf, "has all of"}
                                         : OpWords{CompareOp::kHasNoneOf, "has none of"};
  }
}

Expr ParseIsValue(Walk& walk, LqParser::IsValueContext* rule) {
  if (rule == nullptr)
    return {};
  if (rule->value != nullptr)
    return ParseSum(walk, rule->value);
  return ParseWord(walk, rule);
}

// What to write instead of `not at least`.
std::string_view Opposite(CompareOp op) {
  switch (op) {
    case CompareOp::kAtLeast:
      return "less than";
    case CompareOp::kAtMost:
      return "more than";
    case CompareOp::kMoreThan:
      return "at most";
    case CompareOp::kLessThan:
      return "at least";
    case CompareOp::kOnOrAfter:
      return "before";
    case CompareOp::kOnOrBefore:
      return "after";
    case CompareOp::kAfter:
      return "on or before";
    case CompareOp::kBefore:
      return "on or after";
    case CompareOp::kHasAnyOf:
      return "has none of";
    case CompareOp::kHasNoneOf:
      return "has any of";
    case CompareOp::kIs:
    case CompareOp::kIn:
    case CompareOp::kBetween:
    case CompareOp::kIsKnown:
    case CompareOp::kIsMissing:
    case CompareOp::kContains:
    case CompareOp::kStartsWith:
    case CompareOp::kEndsWith:
    case CompareOp::kMatches:
    case CompareOp::kHasAllOf:
      return {};
  }
  return {};
}

class TailWalk {
 public:
  TailWalk(Walk& walk, LqParser::TailContext& rule, Expr subject) : walk_(walk), rule_(rule) {
    expr_.kind = ExprKind::kCompare;
    expr_.span = walk.SpanOf(&rule);
    if (subject.kind != ExprKind::kSubject) {
      expr_.span.begin = std::min(expr_.span.begin, subject.span.begin);
      expr_.span.file = subject.span.file;
    }
    expr_.negated = rule.negated != nullptr;
    expr_.ignoring_case = rule.caseless != nullptr;
    expr_.children.push_back(std::move(subject));
  }

  Expr Run() {
    if (rule_.known != nullptr) {
      expr_.op =
          rule_.known->getType() == LqParser::KNOWN ? CompareOp::kIsKnown : CompareOp::kIsMissing;
      expr_.op_span = walk_.SpanOf(&rule_);
    } else if (rule_.op != nullptr) {
      Operation(*rule_.op);
    } else {
      IsValue();
    }
    return std::move(expr_);
  }

 private:
  void IsValue() {
    LqParser::IsValueContext* value = rule_.value;
    expr_.op = CompareOp::kIs;
    expr_.op_span = walk_.SpanBefore(rule_.start, value == nullptr ? nullptr : value->start);
    if (rule_.sign != nullptr) {
      const bool negated = rule_.sign->getType() == LqParser::NOT_EQUAL;
      expr_.negated = negated;
      const Span sign = walk_.SpanOf(rule_.sign);
      walk_.ReportPasted(sign, walk_.TextAt(sign), negated ? "is not" : "is");
    }
    expr_.children.push_back(ParseIsValue(walk_, value));
  }

  void Operation(LqParser::OperationContext& operation) {
    Expr right = ParseSum(walk_, operation.right);
    const bool pasted = operation.sign != nullptr;
    const OpWords op =
        pasted ? OfSign(operation.sign->getType(), IsMoment(right)) : OfWord(operation);
    expr_.op = op.op;
    expr_.any_of = operation.anyOf != nullptr;
    const antlr4::Token* operand = FirstOperand(operation);
    expr_.op_span = walk_.SpanBefore(rule_.start, operand);
    if (op.op == CompareOp::kBetween)
      expr_.children.push_back(ParseSum(walk_, operation.low));
    if (pasted) {
      const Span sign = walk_.SpanOf(operation.sign);
      walk_.ReportPasted(sign, walk_.TextAt(sign), op.words);
    }
    if (rule_.is != nullptr)
      ReportIs(op);
    if (rule_.negated != nullptr && op.op != CompareOp::kIn)
      ReportNot(operation, op);
    expr_.children.push_back(std::move(right));
  }

  static const antlr4::Token* FirstOperand(const LqParser::OperationContext& operation) {
    const LqParser::SumContext* first = operation.low != nullptr ? operation.low : operation.right;
    return first == nullptr ? nullptr : first->start;
  }

  // `is at least 5`
  void ReportIs(OpWords op) {
    const antlr4::Token* after = rule_.negated != nullptr ? rule_.negated : rule_.op->start;
    const Span is = walk_.SpanOf(rule_.is);
    Diagnostic& report = walk_.Report(DiagnosticKind::kPastedOperator, is,
                                      fmt::format("`is` is not written before `{}`", op.words));
    report.help = fmt::format("write `{}` alone", op.words);
    report.fixes.push_back({{is.file, is.begin, walk_.SpanOf(after).begin}, "", true});
  }

  // `not at least 5`
  void ReportNot(const LqParser::OperationContext& operation, OpWords op) {
    const Span first = walk_.SpanOf(rule_.negated);
    const std::string_view opposite = Opposite(op.op);
    Diagnostic& report = walk_.Report(DiagnosticKind::kMisplacedNot, first,
                                      fmt::format("`not` cannot stand before `{}`", op.words));
    if (opposite.empty()) {
      report.help = "put `not` before the whole comparison, or use parentheses: `not (…)`";
      return;
    }
    report.help = fmt::format("write `{}`", opposite);
    Span words = walk_.SpanBefore(operation.start, FirstOperand(operation));
    words.begin = first.begin;
    report.fixes.push_back({words, std::string(opposite), true});
  }

  Walk& walk_;
  LqParser::TailContext& rule_;
  Expr expr_;
};

}  // namespace

Expr ParseTail(Walk& walk, LqParser::TailContext* rule, Expr subject) {
  return rule == nullptr || rule->start == nullptr
             ? std::move(subject)
             : TailWalk(walk, *rule, std::move(subject)).Run();
}

Expr ParseComparison(Walk& walk, LqParser::ComparisonContext* rule) {
  if (rule == nullptr)
    return {};
  Expr left = ParseSum(walk, rule->left);
  // The comparison that is missing may be what was reported.
  const bool bare = rule->ending == nullptr && left.kind == ExprKind::kName;
  if (bare && walk.broken())
    return {};
  return ParseTail(walk, rule->ending, std::move(left));
}

}  // namespace lq::parse
