#include "compiler/check/range.h"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "compiler/check/check_type.h"
#include "compiler/check/report_constant.h"

namespace lq::check {
namespace {

// Not the least of 64 bits, whose negative no 64 bits hold.
constexpr Int128 kGreatest = std::numeric_limits<std::int64_t>::max();
constexpr Int128 kLeast = -kGreatest;

Int128 Magnitude(const Type& type) {
  const Int128 low = type.low;
  const Int128 high = type.high;
  return std::max(low < 0 ? -low : low, high < 0 ? -high : high);
}

// The field below the operands with the greatest values; kNone when there is none.
std::uint32_t WidestField(const Context& context, const std::vector<ir::ExprId>& operands) {
  std::uint32_t widest = ir::kNone;
  std::vector<ir::ExprId> open = operands;
  std::vector<bool> seen(context.program->derived.size());
  while (!open.empty()) {
    const ir::Expr& at = context.expr(open.back());
    open.pop_back();
    if (at.op == ir::ExprOp::kDerived && !seen[at.index]) {
      seen[at.index] = true;
      open.push_back(context.program->derived[at.index].value);
    }
    open.insert(open.end(), at.children.begin(), at.children.end());
    if (at.op != ir::ExprOp::kField || !IsNumeric(at.type.kind))
      continue;
    const std::vector<ir::Field>& fields = context.program->schema.fields;
    if (widest == ir::kNone || Magnitude(at.type) > Magnitude(fields[widest].type))
      widest = at.index;
  }
  return widest;
}

void ReportOverflow(Context& context, const Type& type, const WideRange& range, Span span,
                    const std::vector<ir::ExprId>& operands) {
  const Int128 worst = range.high > kGreatest ? range.high : range.low;
  Diagnostic& report =
      context.Report(DiagnosticKind::kOverflow, span,
                     fmt::format("{} could become too large", Written(context, span)));
  report.primary.text = fmt::format("as much as {}", WideText(worst));
  report.notes.push_back(fmt::format(
      "Results are counted in the smallest unit ({} decimal places here) and go up to {}.",
      type.places, WideText(kGreatest)));
  const std::uint32_t widest = WidestField(context, operands);
  if (widest == ir::kNone) {
    report.help = "calculate with smaller numbers";
    return;
  }
  const ir::Field& field = context.program->schema.fields[widest];
  report.secondary.push_back({field.span, TypeWithRange(field.type)});
  report.help = fmt::format("narrow the range of `{}`", field.path);
}

}  // namespace

WideRange RangeOf(const Type& type) { return {type.low, type.high}; }

WideRange operator+(const WideRange& a, const WideRange& b) {
  return {a.low + b.low, a.high + b.high};
}

WideRange operator-(const WideRange& a, const WideRange& b) {
  return {a.low - b.high, a.high - b.low};
}

WideRange operator*(const WideRange& a, const WideRange& b) {
  const auto [low, high] =
      std::minmax({a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high});
  return {low, high};
}

bool SetRange(Context& context, Type& type, const WideRange& range, Span span,
              const std::vector<ir::ExprId>& operands) {
  if (range.low < kLeast || range.high > kGreatest) {
    ReportOverflow(context, type, range, span, operands);
    return false;
  }
  type.low = static_cast<std::int64_t>(range.low);
  type.high = static_cast<std::int64_t>(range.high);
  return true;
}

std::string WideText(Int128 number) {
  std::string digits;
  const bool negative = number < 0;
  do {
    const int digit = static_cast<int>(number % 10);
    digits.push_back(static_cast<char>('0' + (digit < 0 ? -digit : digit)));
    number /= 10;
  } while (number != 0);
  if (negative)
    digits.push_back('-');
  std::reverse(digits.begin(), digits.end());
  return digits;
}

}  // namespace lq::check
