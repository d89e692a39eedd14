#include "compiler/check/check_input.h"

#include <limits>

#include <fmt/format.h>

#include "runtime/value/date.h"

namespace lq::check {
namespace {

ir::Expr InputExpr(std::string_view name) {
  ir::Expr expr;
  if (name == "today") {
    expr.op = ir::ExprOp::kToday;
    expr.type.kind = TypeKind::kDate;
    expr.type.low = kFirstDay;
    expr.type.high = kLastDay;
    expr.constant = true;
  } else if (name == "now") {
    expr.op = ir::ExprOp::kNow;
    expr.type.kind = TypeKind::kInstant;
    expr.type.low = kFirstInstant;
    expr.type.high = kLastInstant;
    expr.constant = true;
  } else if (name == "confidence") {
    expr.op = ir::ExprOp::kConfidence;
    expr.type.kind = TypeKind::kPercent;
    expr.type.places = 2;
    expr.type.high = 10'000;
  } else {
    expr.op = ir::ExprOp::kTension;
    expr.type.kind = TypeKind::kDecimal;
    expr.type.places = 3;
    expr.type.high = std::numeric_limits<std::int32_t>::max();
  }
  return expr;
}

}  // namespace

bool IsInput(std::string_view name) {
  return name == "today" || name == "now" || name == "outcome" || name == "confidence" ||
         name == "tension";
}

bool AllowGuardName(Context& context, const syntax::Name& name) {
  if (context.place == Place::kGuard)
    return true;
  Diagnostic& report = context.Report(DiagnosticKind::kGuardOnlyName, name.span,
                                      fmt::format("`{}` can be read in guards only", name.text));
  report.notes.push_back(
      "It is known when all rules and all evidence have been weighed, and only guards come after "
      "that.");
  report.help = Find(*context.scope, name.text) != nullptr
                    ? fmt::format("write `lead.{}` for the field", name.text)
                    : "move this condition into a `guard`";
  return false;
}

Subject InputSubject(Context& context, const syntax::Name& name) {
  if (name.text != "today" && name.text != "now" && !AllowGuardName(context, name))
    return {};
  if (name.text == "outcome") {
    Diagnostic& report =
        context.Report(DiagnosticKind::kNotAValue, name.span, "`outcome` is no value");
    report.help = "compare it as in `outcome is nurture` or `outcome in [nurture, disqualified]`";
    return {};
  }
  ir::Expr expr = InputExpr(name.text);
  expr.span = name.span;
  return {Subject::Kind::kValue, context.Add(std::move(expr)), ir::kNone, {}, name.span};
}

}  // namespace lq::check
