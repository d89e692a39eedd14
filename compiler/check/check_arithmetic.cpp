#include "compiler/check/check_arithmetic.h"

#include <algorithm>

#include <fmt/format.h>

#include "compiler/check/check_days.h"
#include "compiler/check/check_literal.h"
#include "compiler/check/check_shift.h"
#include "compiler/check/check_type.h"
#include "compiler/check/range.h"
#include "compiler/check/report_constant.h"
#include "runtime/value/number.h"

namespace lq::check {
namespace {

using syntax::Expr;
using syntax::ExprKind;

// One operand of a chain; `minus` or the step it belongs to.
struct Step {
  const Expr* operand = nullptr;
  // Null for the first operand.
  const Expr* step = nullptr;
};

// The operands of a chain of the two kinds from left to right. Chains may have thousands of terms,
// so nothing recurses along them.
std::vector<Step> Chain(const Expr& expr, ExprKind a, ExprKind b) {
  std::vector<Step> chain;
  const Expr* at = &expr;
  while (at->kind == a || at->kind == b) {
    chain.push_back({&at->children[1], at});
    at = &at->children[0];
  }
  chain.push_back({at, nullptr});
  std::reverse(chain.begin(), chain.end());
  return chain;
}

bool IsCalculable(TypeKind kind) {
  return kind == TypeKind::kInteger || kind == TypeKind::kDecimal || kind == TypeKind::kMoney ||
         kind == TypeKind::kPercent;
}

bool IsPointInTime(TypeKind kind) { return kind == TypeKind::kDate || kind == TypeKind::kInstant; }

Diagnostic& ReportArithmetic(Context& context, Span span, std::string message) {
  return context.Report(DiagnosticKind::kBadArithmetic, span, std::move(message));
}

class SumChecker {
 public:
  SumChecker(Context& context, const Expr& expr, const Expected* expected)
      : context_(context),
        chain_(Chain(expr, ExprKind::kPlus, ExprKind::kMinus)),
        expected_(expected) {}

  ir::ExprId Run() {
    CheckLeader();
    if (leader_id_ == ir::kNone)
      return ir::kNone;
    const Type type = context_.type(leader_id_);
    if (IsPointInTime(type.kind))
      return Shifts();
    if (!IsCalculable(type.kind)) {
      ReportArithmetic(
          context_, chain_[leader_].operand->span,
          fmt::format("{} is {}: nothing can be added to it",
                      Written(context_, chain_[leader_].operand->span), TypeText(type)));
      return ir::kNone;
    }
    return Sum(type);
  }

 private:
  // The first operand that does not adapt to others decides the type of the sum; without one, what
  // is expected of the whole does.
  void CheckLeader() {
    for (leader_ = 0; leader_ < chain_.size(); ++leader_) {
      if (!IsAdaptable(context_, *chain_[leader_].operand))
        break;
    }
    const bool all_adapt = leader_ == chain_.size();
    if (all_adapt)
      leader_ = 0;
    const Expected* sought = all_adapt && MayExpect() ? expected_ : nullptr;
    leader_id_ = CheckValue(context_, *chain_[leader_].operand, sought);
  }

  bool MayExpect() const { return expected_ != nullptr && IsCalculable(expected_->type->kind); }

  ir::ExprId Operand(std::size_t i, const Type& type) {
    if (i == leader_)
      return leader_id_;
    const Expr& leader = *chain_[leader_].operand;
    Expected expected;
    expected.type = &type;
    expected.what = Written(context_, leader.span);
    expected.place = leader.span;
    expected.counts = IsDayCount(context_, leader_id_) ? Counts::kDays : Counts::kNothing;
    return CheckValueOf(context_, *chain_[i].operand, expected);
  }

  ir::ExprId Sum(const Type& type) {
    ir::ExprId sum = Operand(0, type);
    bool good = sum != ir::kNone;
    for (std::size_t i = 1; i < chain_.size(); ++i) {
      const ir::ExprId operand = Operand(i, type);
      good = good && operand != ir::kNone;
      if (good)
        sum = Combine(sum, operand, *chain_[i].step);
      good = good && sum != ir::kNone;
    }
    return good ? sum : ir::kNone;
  }

  ir::ExprId Combine(ir::ExprId left, ir::ExprId right, const Expr& step) {
    const bool minus = step.kind == ExprKind::kMinus;
    ir::Expr result;
    result.op = minus ? ir::ExprOp::kSubtract : ir::ExprOp::kAdd;
    result.type = context_.type(left);
    result.constant = context_.expr(left).constant && context_.expr(right).constant;
    result.children = {left, right};
    result.span = step.span;
    const WideRange a = RangeOf(context_.type(left));
    const WideRange b = RangeOf(context_.type(right));
    if (!SetRange(context_, result.type, minus ? a - b : a + b, step.span, {left, right}))
      return ir::kNone;
    return context_.Add(std::move(result));
  }

  // A date or an instant, and then lengths of time.
  ir::ExprId Shifts() {
    if (leader_ != 0) {
      Diagnostic& report = ReportArithmetic(context_, chain_[0].operand->span,
                                            "the date comes first, then what is added to it");
      report.help = fmt::format("write it as in `{} plus 30 days`",
                                context_.sources.Text(chain_[leader_].operand->span));
      return ir::kNone;
    }
    ir::ExprId at = leader_id_;
    for (std::size_t i = 1; i < chain_.size() && at != ir::kNone; ++i) {
      at = CheckShift(context_, at, *chain_[i].operand, *chain_[i].step);
    }
    return at;
  }

  Context& context_;
  std::vector<Step> chain_;
  const Expected* expected_;
  std::size_t leader_ = 0;
  ir::ExprId leader_id_ = ir::kNone;
};

// The values that a constant can have on any day.
std::vector<std::int64_t> ConstantValues(const Context& context, ir::ExprId id) {
  const ir::Expr& constant = context.expr(id);
  if (constant.op != ir::ExprOp::kParameter)
    return {constant.type.low, constant.type.high};
  std::vector<std::int64_t> values;
  for (const ir::Period& period : context.program->parameters[constant.index].periods) {
    values.push_back(period.value.number());
  }
  return values;
}

bool MayBeZero(const Context& context, ir::ExprId id) {
  const std::vector<std::int64_t> values = ConstantValues(context, id);
  if (std::find(values.begin(), values.end(), 0) != values.end())
    return true;
  const Type& type = context.type(id);
  return context.expr(id).op != ir::ExprOp::kParameter && type.low < 0 && type.high > 0;
}

RoundingMode RoundingOf(syntax::Rounding rounding) {
  switch (rounding) {
    case syntax::Rounding::kDown:
      return RoundingMode::kDown;
    case syntax::Rounding::kUp:
      return RoundingMode::kUp;
    case syntax::Rounding::kNone:
    case syntax::Rounding::kHalfEven:
      return RoundingMode::kHalfEven;
  }
  return RoundingMode::kHalfEven;
}

// False, and reported, when the result would be rounded and nothing says how.
bool SaysRounding(Context& context, const Expr& expr) {
  if (expr.rounding != syntax::Rounding::kNone)
    return true;
  Diagnostic& report =
      context.Report(DiagnosticKind::kImplicitRounding, expr.span,
                     fmt::format("{} does not say how to round", Written(context, expr.span)));
  report.notes.push_back(
      "Rounding is never implicit: `half_even` is to the nearest, `down` toward zero, `up` away "
      "from zero.");
  const std::string fixed = fmt::format("{} rounding half_even", context.sources.Text(expr.span));
  report.help = fmt::format("write `{}`", fixed);
  report.fixes.push_back({expr.span, fixed, false});
  return false;
}

class ProductChecker {
 public:
  ProductChecker(Context& context, const Expr& expr, const Expected* expected)
      : context_(context),
        chain_(Chain(expr, ExprKind::kTimes, ExprKind::kDividedBy)),
        expected_(expected) {}

  ir::ExprId Run() {
    // `2 times x` is `x times 2`.
    const bool turn = IsAdaptable(context_, *chain_[0].operand) &&
                      !IsAdaptable(context_, *chain_[1].operand) &&
                      chain_[1].step->kind == ExprKind::kTimes;
    if (turn)
      std::swap(chain_[0].operand, chain_[1].operand);
    ir::ExprId at = CheckValue(context_, *chain_[0].operand, Sought());
    if (at != ir::kNone && !IsCalculable(context_.type(at).kind)) {
      ReportArithmetic(
          context_, chain_[0].operand->span,
          fmt::format("{} is {}: it cannot be multiplied or divided",
                      Written(context_, chain_[0].operand->span), TypeText(context_.type(at))));
      at = ir::kNone;
    }
    for (std::size_t i = 1; i < chain_.size() && at != ir::kNone; ++i)
      at = Apply(at, chain_[i]);
    return at;
  }

 private:
  // Money and percentages keep their type when multiplied, so a literal among them can be told what
  // to be.
  const Expected* Sought() const {
    const bool literal = IsAdaptable(context_, *chain_[0].operand) && expected_ != nullptr;
    const bool kept = literal && (expected_->type->kind == TypeKind::kMoney ||
                                  expected_->type->kind == TypeKind::kPercent ||
                                  expected_->type->kind == TypeKind::kInteger);
    return kept ? expected_ : nullptr;
  }

  ir::ExprId Apply(ir::ExprId left, const Step& step) {
    const ir::ExprId factor = Factor(left, step);
    if (factor == ir::kNone)
      return ir::kNone;
    return step.step->kind == ExprKind::kTimes ? Times(left, factor, *step.step)
                                               : Divide(left, factor, *step.step);
  }

  // The constant number on the right.
  ir::ExprId Factor(ir::ExprId left, const Step& step) {
    const ir::ExprId factor = CheckValue(context_, *step.operand);
    if (factor == ir::kNone)
      return ir::kNone;
    const TypeKind kind = context_.type(factor).kind;
    const std::string verb = step.step->kind == ExprKind::kTimes ? "multiplied" : "divided";
    if (!context_.expr(factor).constant) {
      Diagnostic& report =
          context_.Report(DiagnosticKind::kNotConstant, step.operand->span,
                          fmt::format("{} depends on the lead: values can be {} by constants only",
                                      Written(context_, step.operand->span), verb));
      report.help = "write a number or the name of a parameter";
      return ir::kNone;
    }
    if (kind == TypeKind::kInteger || kind == TypeKind::kDecimal)
      return factor;
    Diagnostic& report = ReportArithmetic(
        context_, step.operand->span,
        fmt::format("{} is {}: values can be {} by plain numbers only",
                    Written(context_, step.operand->span), TypeText(context_.type(factor)), verb));
    if (kind == TypeKind::kPercent) {
      report.help = fmt::format("write `{} of {} rounding half_even`",
                                context_.sources.Text(step.operand->span),
                                context_.sources.Text(context_.expr(left).span));
    }
    return ir::kNone;
  }

  ir::Expr Start(ir::ExprOp op, ir::ExprId left, ir::ExprId factor, const Expr& step) const {
    ir::Expr result;
    result.op = op;
    result.type = context_.type(left);
    result.constant = context_.expr(left).constant;
    result.rounding = RoundingOf(step.rounding);
    result.children = {left, factor};
    result.span = step.span;
    return result;
  }

  ir::ExprId Times(ir::ExprId left, ir::ExprId factor, const Expr& step) {
    const bool number = context_.type(left).kind == TypeKind::kInteger ||
                        context_.type(left).kind == TypeKind::kDecimal;
    const int places = context_.type(factor).places;
    if (!number && places > 0)
      return ReportFraction(left, factor, step);
    ir::Expr result = Start(ir::ExprOp::kMultiply, left, factor, step);
    if (places > 0) {
      result.type.kind = TypeKind::kDecimal;
      result.type.places = static_cast<std::uint8_t>(result.type.places + places);
    }
    constexpr int kMostPlaces = 6;
    if (result.type.places > kMostPlaces) {
      Diagnostic& report = context_.Report(
          DiagnosticKind::kTooManyPlaces, step.span,
          fmt::format("{} has {} decimal places; no number has more than {}",
                      Written(context_, step.span), result.type.places, kMostPlaces));
      report.help = "multiply by a number with fewer places";
      return ir::kNone;
    }
    const WideRange range = RangeOf(context_.type(left)) * RangeOf(context_.type(factor));
    if (!SetRange(context_, result.type, range, step.span, {left}))
      return ir::kNone;
    return context_.Add(std::move(result));
  }

  ir::ExprId ReportFraction(ir::ExprId left, ir::ExprId factor, const Expr& step) {
    Diagnostic& report =
        context_.Report(DiagnosticKind::kImplicitRounding, step.span,
                        fmt::format("{} would have to be rounded, and nothing says how",
                                    Written(context_, step.span)));
    report.notes.push_back(
        "An amount or a percentage times a number with decimal places can fall between two "
        "values.");
    std::string percent;
    AppendShortDecimal(context_.type(factor).high * 100, context_.type(factor).places, percent);
    report.help = fmt::format("write `{}% of {} rounding half_even`", percent,
                              context_.sources.Text(context_.expr(left).span));
    return ir::kNone;
  }

  ir::ExprId Divide(ir::ExprId left, ir::ExprId divisor, const Expr& step) {
    if (MayBeZero(context_, divisor)) {
      const bool literal = context_.expr(divisor).op == ir::ExprOp::kConstant;
      Diagnostic& report = context_.Report(
          DiagnosticKind::kDivisionByZero, step.children[1].span,
          literal ? std::string("nothing can be divided by zero")
                  : fmt::format("{} is zero at some time, and nothing can be divided by zero",
                                Written(context_, step.children[1].span)));
      report.help = "divide by a constant that is never zero";
      return ir::kNone;
    }
    if (!SaysRounding(context_, step))
      return ir::kNone;
    ir::Expr result = Start(ir::ExprOp::kDivide, left, divisor, step);
    const std::int64_t scale = PowerOfTen(context_.type(divisor).places);
    const WideRange scaled = RangeOf(context_.type(left)) * WideRange{scale, scale};
    // The dividend is an intermediate result too.
    Type dividend = result.type;
    if (!SetRange(context_, dividend, scaled, step.span, {left}))
      return ir::kNone;
    std::int64_t low =
        DivideRounded(scaled.low, ConstantValues(context_, divisor).front(), result.rounding);
    std::int64_t high = low;
    for (const std::int64_t by : ConstantValues(context_, divisor)) {
      for (const Int128 end : {scaled.low, scaled.high}) {
        const std::int64_t quotient = DivideRounded(end, by, result.rounding);
        low = std::min(low, quotient);
        high = std::max(high, quotient);
      }
    }
    result.type.low = low;
    result.type.high = high;
    return context_.Add(std::move(result));
  }

  Context& context_;
  std::vector<Step> chain_;
  const Expected* expected_;
};

}  // namespace

bool IsAdaptable(const Context& context, const Expr& expr) {
  std::vector<const Expr*> open{&expr};
  while (!open.empty()) {
    const Expr& at = *open.back();
    open.pop_back();
    if (at.kind == ExprKind::kName) {
      const Entry* entry = Find(*context.scope, at.text);
      if (entry == nullptr || entry->kind != NameKind::kParameter)
        return false;
      continue;
    }
    const bool arithmetic = at.kind == ExprKind::kParens || at.kind == ExprKind::kPlus ||
                            at.kind == ExprKind::kMinus || at.kind == ExprKind::kTimes ||
                            at.kind == ExprKind::kDividedBy || at.kind == ExprKind::kPercentOf;
    if (!arithmetic && !IsLiteral(at))
      return false;
    for (const Expr& child : at.children)
      open.push_back(&child);
  }
  return true;
}

ir::ExprId CheckSum(Context& context, const Expr& expr, const Expected* expected) {
  return SumChecker(context, expr, expected).Run();
}

ir::ExprId CheckProduct(Context& context, const Expr& expr, const Expected* expected) {
  return ProductChecker(context, expr, expected).Run();
}

ir::ExprId CheckPercentOf(Context& context, const Expr& expr, const Expected* expected) {
  Type percent;
  percent.kind = TypeKind::kPercent;
  percent.places = 2;
  const ir::ExprId share =
      CheckValueOf(context, expr.children[0], {&percent, {}, {}, {}, Counts::kNothing});
  const bool adapts = IsAdaptable(context, expr.children[1]);
  const ir::ExprId of = CheckValue(context, expr.children[1], adapts ? expected : nullptr);
  if (share == ir::kNone || of == ir::kNone)
    return ir::kNone;
  if (!context.expr(share).constant) {
    context.Report(DiagnosticKind::kNotConstant, expr.children[0].span,
                   fmt::format("{} depends on the lead: the share must be a constant percentage",
                               Written(context, expr.children[0].span)));
    return ir::kNone;
  }
  if (!IsCalculable(context.type(of).kind)) {
    ReportArithmetic(
        context, expr.children[1].span,
        fmt::format("{} is {}: there is no percentage of it",
                    Written(context, expr.children[1].span), TypeText(context.type(of))));
    return ir::kNone;
  }
  if (!SaysRounding(context, expr))
    return ir::kNone;
  ir::Expr result;
  result.op = ir::ExprOp::kPercentOf;
  result.rounding = RoundingOf(expr.rounding);
  result.type = context.type(of);
  result.constant = context.expr(of).constant;
  result.children = {share, of};
  result.span = expr.span;
  const WideRange product = RangeOf(context.type(share)) * RangeOf(context.type(of));
  // The product is an intermediate result too.
  if (!SetRange(context, result.type, product, expr.span, {of}))
    return ir::kNone;
  constexpr std::int64_t kWhole = 10'000;
  result.type.low = DivideRounded(product.low, kWhole, result.rounding);
  result.type.high = DivideRounded(product.high, kWhole, result.rounding);
  return context.Add(std::move(result));
}

}  // namespace lq::check
