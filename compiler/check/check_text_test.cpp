#include <limits>

#include <fmt/format.h>

#include "compiler/check/check_comparison.h"
#include "compiler/check/check_literal.h"
#include "compiler/check/check_pattern.h"
#include "compiler/check/check_set.h"
#include "compiler/check/report_constant.h"
#include "compiler/syntax/nodes.h"

namespace lq::check {
namespace {

using syntax::CompareOp;
using syntax::Expr;
using syntax::ExprKind;

ir::TestOp TextTest(CompareOp op) {
  if (op == CompareOp::kStartsWith)
    return ir::TestOp::kStartsWith;
  return op == CompareOp::kEndsWith ? ir::TestOp::kEndsWith : ir::TestOp::kContains;
}

class TextTestChecker {
 public:
  TextTestChecker(Context& context, const Left& left, const Tail& tail)
      : context_(context), left_(left), tail_(tail) {
    // What is looked for is a part of the text, so no address and not in an address's form.
    part_.kind = TypeKind::kText;
    part_.max_length = std::numeric_limits<std::uint32_t>::max();
  }

  ir::CondId Run() {
    const TypeKind kind = context_.type(left_.expr).kind;
    if (kind == TypeKind::kList) {
      return ReportWrongComparison(context_, left_, tail_, "A list is asked what it has.",
                                   "has any of");
    }
    if (!IsTextual(kind)) {
      return ReportWrongComparison(context_, left_, tail_, "This comparison is for texts.", {});
    }
    return tail_.op == CompareOp::kMatches ? Matches() : Parts();
  }

 private:
  ir::CondId Parts() {
    Expected expected;
    expected.type = &part_;
    const Expr& right = Bare(*tail_.right[0]);
    if (tail_.any_of) {
      std::optional<std::vector<ir::ExprId>> items = ListItems(context_, right, expected);
      return items ? MakeTest(context_, TextTest(tail_.op), left_, std::move(*items), tail_)
                   : ir::kNone;
    }
    if (IsSeveral(right))
      return ReportSeveral(right);
    if (right.kind == ExprKind::kPattern)
      return ReportPattern(right);
    const ir::ExprId part = CheckConstantExpression(context_, right, expected);
    return part == ir::kNone ? ir::kNone
                             : MakeTest(context_, TextTest(tail_.op), left_, {part}, tail_);
  }

  bool IsSeveral(const Expr& right) const {
    if (right.kind == ExprKind::kList)
      return true;
    const Entry* entry =
        right.kind == ExprKind::kName ? Find(*context_.scope, right.text) : nullptr;
    return entry != nullptr && entry->kind == NameKind::kSet;
  }

  ir::CondId ReportSeveral(const Expr& right) {
    Diagnostic& report =
        context_.Report(DiagnosticKind::kWrongComparison, right.span,
                        fmt::format("{} holds several texts", Written(context_, right.span)));
    const std::string fixed = fmt::format("any of {}", context_.sources.Text(right.span));
    report.help = fmt::format("write `{} {}`", syntax::OperatorText(tail_.op), fixed);
    report.fixes.push_back({right.span, fixed, true});
    return ir::kNone;
  }

  ir::CondId ReportPattern(const Expr& right) {
    Diagnostic& report =
        context_.Report(DiagnosticKind::kWrongComparison, tail_.op_span,
                        fmt::format("`{}` looks for a text, but {} is a pattern",
                                    syntax::OperatorText(tail_.op), Written(context_, right.span)));
    report.help = "use `matches`, which compares the whole text with the pattern";
    return ir::kNone;
  }

  ir::CondId Matches() {
    const std::uint32_t pattern = PatternOf(Bare(*tail_.right[0]));
    if (pattern == ir::kNone)
      return ir::kNone;
    ir::Cond cond;
    cond.op = ir::CondOp::kTest;
    cond.test = ir::TestOp::kMatches;
    cond.ignoring_case = tail_.ignoring_case;
    cond.left = left_.expr;
    cond.index = pattern;
    cond.span = tail_.span;
    const ir::CondId id = context_.Add(std::move(cond));
    return tail_.negated ? MakeNot(context_, id, tail_.span) : id;
  }

  std::uint32_t PatternOf(const Expr& right) {
    if (right.kind == ExprKind::kError)
      return ir::kNone;
    if (right.kind == ExprKind::kPattern)
      return CheckPatternInPlace(context_, right);
    if (right.kind == ExprKind::kName)
      return NamedPattern(right);
    Diagnostic& report =
        context_.Report(DiagnosticKind::kWrongComparison, right.span,
                        fmt::format("{} is no pattern", Written(context_, right.span)));
    if (right.kind == ExprKind::kText) {
      report.help = fmt::format("write `contains {}`, or a pattern between slashes: `/.*{}.*/`",
                                context_.sources.Text(right.span), right.text);
    } else {
      report.help = "write a pattern between slashes, or the name of one";
    }
    return ir::kNone;
  }

  std::uint32_t NamedPattern(const Expr& name) {
    const Entry* entry = Resolve(context_, {name.text, name.span});
    if (entry == nullptr || entry->broken)
      return ir::kNone;
    if (entry->kind == NameKind::kPattern)
      return entry->index;
    Diagnostic& report = context_.Report(
        DiagnosticKind::kWrongKindOfName, name.span,
        fmt::format("`{}` is {}, but a pattern must stand here", name.text, Describe(entry->kind)));
    report.secondary.push_back({entry->span, "declared here"});
    return ir::kNone;
  }

  Context& context_;
  const Left& left_;
  const Tail& tail_;
  Type part_;
};

}  // namespace

ir::CondId CheckTextTest(Context& context, const Left& left, const Tail& tail) {
  return TextTestChecker(context, left, tail).Run();
}

}  // namespace lq::check
