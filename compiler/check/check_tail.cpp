#include "compiler/check/check_comparison.h"

#include <fmt/format.h>

#include "compiler/check/check_days.h"
#include "compiler/check/check_enum.h"
#include "compiler/check/check_literal.h"
#include "compiler/check/check_set.h"
#include "compiler/check/check_type.h"
#include "compiler/check/report_constant.h"
#include "compiler/syntax/nodes.h"

namespace lq::check {
namespace {

using syntax::CompareOp;
using syntax::Expr;
using syntax::ExprKind;

ir::TestOp OrderTest(CompareOp op) {
  switch (op) {
    case CompareOp::kAtLeast:
    case CompareOp::kOnOrAfter:
      return ir::TestOp::kAtLeast;
    case CompareOp::kAtMost:
    case CompareOp::kOnOrBefore:
      return ir::TestOp::kAtMost;
    case CompareOp::kMoreThan:
    case CompareOp::kAfter:
      return ir::TestOp::kMoreThan;
    case CompareOp::kLessThan:
    case CompareOp::kBefore:
      return ir::TestOp::kLessThan;
    case CompareOp::kBetween:
      return ir::TestOp::kBetween;
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
      return ir::TestOp::kIs;
  }
  return ir::TestOp::kIs;
}

// The word that the other family of types uses for the same comparison; the same word when it is
// right.
CompareOp ForTimes(CompareOp op, bool of_time) {
  struct Pair {
    CompareOp number;
    CompareOp time;
  };
  constexpr Pair kPairs[] = {{CompareOp::kAtLeast, CompareOp::kOnOrAfter},
                             {CompareOp::kAtMost, CompareOp::kOnOrBefore},
                             {CompareOp::kMoreThan, CompareOp::kAfter},
                             {CompareOp::kLessThan, CompareOp::kBefore}};
  for (const Pair& pair : kPairs) {
    if (op == pair.number || op == pair.time)
      return of_time ? pair.time : pair.number;
  }
  return op;
}

class TailChecker {
 public:
  TailChecker(Context& context, const Left& left, const Tail& tail)
      : context_(context), left_(left), tail_(tail), type_(context.type(left.expr)) {}

  ir::CondId Is() {
    if (tail_.ignoring_case && !IsTextual(type_.kind))
      return ReportCase();
    const bool list = Bare(*tail_.right[0]).kind == syntax::ExprKind::kList;
    if (list && type_.kind != TypeKind::kList)
      return ReportList();
    if (!list && type_.kind == TypeKind::kList && IsLiteral(Bare(*tail_.right[0]))) {
      return ReportWrongComparison(
          context_, left_, tail_,
          "A list is compared with `has any of`, `has all of` or `has none of`.",
          fmt::format("has any of [{}]", context_.sources.Text(tail_.right[0]->span)));
    }
    const ir::ExprId right = Right(0);
    if (right == ir::kNone)
      return ir::kNone;
    return MakeTest(context_, ir::TestOp::kIs, left_, {right}, tail_);
  }

  ir::CondId In() {
    if (tail_.ignoring_case && !IsTextual(type_.kind))
      return ReportCase();
    if (type_.kind == TypeKind::kList) {
      return ReportWrongComparison(
          context_, left_, tail_,
          "A list is compared with `has any of`, `has all of` or `has none of`.", "has any of");
    }
    std::optional<std::vector<ir::ExprId>> items =
        ListItems(context_, *tail_.right[0], ExpectedFor(context_, left_, type_));
    if (!items)
      return ir::kNone;
    for (const ir::ExprId item : *items)
      WarnOutside(item);
    return MakeTest(context_, ir::TestOp::kIn, left_, std::move(*items), tail_);
  }

  ir::CondId Order() {
    if (!IsOrdered(type_.kind)) {
      return ReportWrongComparison(
          context_, left_, tail_,
          "Only numbers, amounts, percentages, dates and instants are ordered.",
          IsTextual(type_.kind) || type_.kind == TypeKind::kEnum ? "is" : "");
    }
    if (!RightWords())
      return ir::kNone;
    std::vector<ir::ExprId> right;
    bool good = true;
    for (std::size_t i = 0; i < tail_.right.size(); ++i) {
      right.push_back(Right(i));
      good = good && right.back() != ir::kNone;
    }
    if (!good)
      return ir::kNone;
    WarnReversed(right);
    return MakeTest(context_, OrderTest(tail_.op), left_, std::move(right), tail_);
  }

 private:
  ir::ExprId Right(std::size_t i) {
    if (ReportSetAsValue(*tail_.right[i]))
      return ir::kNone;
    const ir::ExprId right =
        CheckValueOf(context_, *tail_.right[i], ExpectedFor(context_, left_, type_));
    if (right != ir::kNone)
      WarnOutside(right);
    return right;
  }

  // `country is dach`
  bool ReportSetAsValue(const Expr& right) {
    const Entry* entry =
        right.kind == ExprKind::kName ? Find(*context_.scope, right.text) : nullptr;
    if (entry == nullptr || entry->kind != NameKind::kSet || tail_.op != CompareOp::kIs)
      return false;
    if (type_.kind == TypeKind::kEnum && FindEnumValue(context_, *type_.enumeration, right.text))
      return false;
    Diagnostic& report =
        context_.Report(DiagnosticKind::kWrongComparison, tail_.op_span,
                        fmt::format("`{}` is a set of values, not one value", right.text));
    report.secondary.push_back({entry->span, "declared here"});
    const std::string fixed = tail_.negated ? "not in" : "in";
    report.help = fmt::format("write `{} {}`", fixed, right.text);
    report.fixes.push_back({tail_.op_span, fixed, false});
    return true;
  }

  // `country is [DE, AT]`
  ir::CondId ReportList() {
    const std::string fixed = tail_.negated ? "not in" : "in";
    Diagnostic& report =
        context_.Report(DiagnosticKind::kWrongComparison, tail_.op_span,
                        fmt::format("{} is a list, and `is` compares with one value",
                                    Written(context_, tail_.right[0]->span)));
    report.help = fmt::format("write `{}`", fixed);
    report.fixes.push_back({tail_.op_span, fixed, false});
    return ir::kNone;
  }

  ir::CondId ReportCase() {
    Diagnostic& report =
        context_.Report(DiagnosticKind::kWrongComparison, tail_.span,
                        fmt::format("{} is {}, where case does not matter",
                                    Written(context_, left_.span), TypeText(type_)));
    report.notes.push_back("`ignoring case` is for texts.");
    report.help = "leave `ignoring case` out";
    return ir::kNone;
  }

  // `at least` for numbers, `on or after` for dates. A sign that the parser took for a word is
  // either.
  bool RightWords() {
    const bool of_time = type_.kind == TypeKind::kDate || type_.kind == TypeKind::kInstant;
    const CompareOp right = ForTimes(tail_.op, of_time);
    const std::string_view written = context_.sources.Text(tail_.op_span);
    const bool sign = written.find_first_of("<>=") != std::string_view::npos;
    if (right == tail_.op || sign)
      return true;
    Diagnostic& report = context_.Report(
        DiagnosticKind::kWrongComparison, tail_.op_span,
        fmt::format("{} is {}, but `{}` is for {}", Written(context_, left_.span), TypeText(type_),
                    syntax::OperatorText(tail_.op), of_time ? "numbers" : "dates and instants"));
    report.help = fmt::format("write `{}`", syntax::OperatorText(right));
    report.fixes.push_back({tail_.op_span, std::string(syntax::OperatorText(right)), true});
    return false;
  }

  // The ends of `between`, when both are constants.
  void WarnReversed(const std::vector<ir::ExprId>& right) {
    if (right.size() != 2)
      return;
    const ir::Expr& low = context_.expr(right[0]);
    const ir::Expr& high = context_.expr(right[1]);
    const bool literal = low.op == ir::ExprOp::kConstant && high.op == ir::ExprOp::kConstant;
    if (!literal || low.value.number() <= high.value.number())
      return;
    Diagnostic& report =
        context_.Report(DiagnosticKind::kEmptyBetween, tail_.span,
                        fmt::format("nothing is between {} and {}", Written(context_, low.span),
                                    Written(context_, high.span)));
    report.help = "write the smaller end first";
  }

  void WarnOutside(ir::ExprId right) {
    const ir::Expr& constant = context_.expr(right);
    if (constant.op != ir::ExprOp::kConstant || !IsOrdered(type_.kind))
      return;
    const std::int64_t value = constant.value.number();
    if (value >= type_.low && value <= type_.high)
      return;
    const Span span = constant.span;
    Diagnostic& report = context_.Report(
        DiagnosticKind::kOutsideRange, span,
        fmt::format("{} is never {}", Written(context_, left_.span), Written(context_, span)));
    report.primary.text = "outside its range";
    report.notes.push_back(fmt::format(
        "It is {}{}.", TypeWithRange(type_),
        left_.declared == Span() ? std::string()
                                 : ", declared at " + PlaceText(context_.sources, left_.declared)));
  }

  Context& context_;
  const Left& left_;
  const Tail& tail_;
  const Type type_;
};

ir::CondId CheckKnown(Context& context, const Left& left, const Tail& tail) {
  const ir::Expr& value = context.expr(left.expr);
  const bool readable = value.op == ir::ExprOp::kField || value.op == ir::ExprOp::kDerived;
  if (!readable) {
    Diagnostic& report = context.Report(
        DiagnosticKind::kKnownOfRequired, tail.span,
        fmt::format("{} is neither a field nor a derived value", Written(context, left.span)));
    report.notes.push_back("Only fields, and values derived from fields, are known or missing.");
    return ir::kNone;
  }
  if (value.op == ir::ExprOp::kField && context.program->schema.fields[value.index].required) {
    const std::string& path = context.program->schema.fields[value.index].path;
    Diagnostic& report =
        context.Report(DiagnosticKind::kKnownOfRequired, tail.span,
                       fmt::format("`{}` is required, so it is never missing", path));
    if (left.declared != Span())
      report.secondary.push_back({left.declared, "declared here"});
    report.help = "leave this comparison out, or make the field optional";
    return ir::kNone;
  }
  const ir::CondId known = MakeKnown(context, left.expr, tail.span);
  return (tail.op == CompareOp::kIsMissing) == tail.negated ? known
                                                            : MakeNot(context, known, tail.span);
}

}  // namespace

ir::CondId CheckTail(Context& context, const Left& left, const Tail& tail) {
  switch (tail.op) {
    case CompareOp::kIs:
      return TailChecker(context, left, tail).Is();
    case CompareOp::kIn:
      return TailChecker(context, left, tail).In();
    case CompareOp::kAtLeast:
    case CompareOp::kAtMost:
    case CompareOp::kMoreThan:
    case CompareOp::kLessThan:
    case CompareOp::kBetween:
    case CompareOp::kOnOrAfter:
    case CompareOp::kOnOrBefore:
    case CompareOp::kAfter:
    case CompareOp::kBefore:
      return TailChecker(context, left, tail).Order();
    case CompareOp::kIsKnown:
    case CompareOp::kIsMissing:
      return CheckKnown(context, left, tail);
    case CompareOp::kContains:
    case CompareOp::kStartsWith:
    case CompareOp::kEndsWith:
    case CompareOp::kMatches:
      return CheckTextTest(context, left, tail);
    case CompareOp::kHasAnyOf:
    case CompareOp::kHasAllOf:
    case CompareOp::kHasNoneOf:
      return CheckListTest(context, left, tail);
  }
  return ir::kNone;
}

Expected ExpectedFor(const Context& context, const Left& left, const Type& type) {
  Expected expected;
  expected.type = &type;
  expected.what = Written(context, left.span);
  expected.place = left.span;
  expected.declared = left.declared;
  if (IsDayCount(context, left.expr))
    expected.counts = Counts::kDays;
  if (context.expr(left.expr).op == ir::ExprOp::kTension)
    expected.counts = Counts::kPoints;
  return expected;
}

ir::CondId MakeTest(Context& context, ir::TestOp test, const Left& left,
                    std::vector<ir::ExprId> right, const Tail& tail) {
  ir::Cond cond;
  cond.op = ir::CondOp::kTest;
  cond.test = test;
  cond.ignoring_case = tail.ignoring_case;
  cond.left = left.expr;
  cond.right = std::move(right);
  cond.span = tail.span;
  const ir::CondId id = context.Add(std::move(cond));
  return tail.negated ? MakeNot(context, id, tail.span) : id;
}

namespace {

// The value of an enum where a field with a name much like it was meant.
void SuggestSubject(Context& context, const Left& left, Diagnostic& report) {
  if (context.expr(left.expr).op != ir::ExprOp::kConstant)
    return;
  const std::string_view nearest = NearestNameIn(*context.scope, context.sources.Text(left.span));
  if (nearest.empty())
    return;
  report.secondary.push_back({left.span, fmt::format("did you mean `{}`?", nearest)});
  report.help = fmt::format("write `{}`", nearest);
  report.fixes.push_back({left.span, std::string(nearest), false});
}

}  // namespace

ir::CondId ReportWrongComparison(Context& context, const Left& left, const Tail& tail,
                                 std::string_view rule, std::string_view instead) {
  Diagnostic& report =
      context.Report(DiagnosticKind::kWrongComparison, tail.op_span,
                     fmt::format("{} is {}, which `{}` cannot compare", Written(context, left.span),
                                 TypeText(context.type(left.expr)), syntax::OperatorText(tail.op)));
  if (left.declared != Span())
    report.secondary.push_back({left.declared, "declared here"});
  report.notes.emplace_back(rule);
  if (!instead.empty())
    report.help = fmt::format("use `{}`", instead);
  SuggestSubject(context, left, report);
  return ir::kNone;
}

}  // namespace lq::check
