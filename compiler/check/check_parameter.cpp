#include "compiler/check/check_parameter.h"

#include <algorithm>

#include <fmt/format.h>

#include "compiler/check/check_constant.h"
#include "compiler/check/check_type.h"
#include "compiler/check/report_constant.h"
#include "runtime/value/date.h"
#include "runtime/value/text.h"
#include "runtime/value/values.h"

namespace lq::check {
namespace {

using syntax::Expr;
using syntax::ExprKind;

std::vector<const Expr*> Values(const syntax::ParameterDeclaration& declaration) {
  std::vector<const Expr*> values;
  for (const syntax::ParameterPeriod& period : declaration.periods)
    values.push_back(&period.value);
  return values;
}

class ParameterChecker {
 public:
  ParameterChecker(Context& context, ParameterInfo& parameter)
      : context_(context), parameter_(parameter), declaration_(*parameter.declaration) {}

  // In the scope of its declaration. False when it is wrong.
  bool CheckDeclaration() {
    const std::optional<Type> type =
        CommonType(context_, Values(declaration_), declaration_.name.text);
    if (!type || !CheckDates())
      return false;
    ir::Parameter typed = Start(*type);
    for (std::size_t i = 0; i < declaration_.periods.size(); ++i) {
      const Expr& constant = Bare(declaration_.periods[i].value);
      const LiteralValue value = ReadConstant(context_, constant, *type, Counts::kDays);
      if (value.problem != LiteralProblem::kNone) {
        ReportConstant(context_, constant, value.problem, {&*type, {}, {}, {}, Counts::kDays});
        return false;
      }
      Add(typed, i, value.value);
    }
    Finish(std::move(typed));
    return true;
  }

  // As a value of `type`; false, and nothing reported, when a period is no constant of it.
  bool Adapt(const Type& type, Counts counts) {
    ir::Parameter typed = Start(type);
    for (std::size_t i = 0; i < declaration_.periods.size(); ++i) {
      const LiteralValue value =
          ReadConstant(context_, declaration_.periods[i].value, type, counts);
      if (value.problem != LiteralProblem::kNone)
        return false;
      Add(typed, i, value.value);
    }
    Finish(std::move(typed));
    return true;
  }

 private:
  ir::Parameter Start(const Type& type) const {
    ir::Parameter typed;
    typed.name = declaration_.name.text;
    typed.type = type;
    return typed;
  }

  void Add(ir::Parameter& typed, std::size_t i, const Value& value) const {
    std::int64_t from = kFirstDay;
    const Expr& date = declaration_.periods[i].from;
    if (date.kind == ExprKind::kDate)
      ParseDate(date.text, from);
    typed.periods.push_back({from, value, declaration_.periods[i].value.span});
  }

  void Finish(ir::Parameter typed) {
    if (IsNumeric(typed.type.kind)) {
      const auto [least, greatest] = std::minmax_element(
          typed.periods.begin(), typed.periods.end(), [](const ir::Period& a, const ir::Period& b) {
            return a.value.number() < b.value.number();
          });
      typed.type.low = least->value.number();
      typed.type.high = greatest->value.number();
    }
    if (IsTextual(typed.type.kind)) {
      typed.type.max_length = 0;
      for (const ir::Period& period : typed.periods) {
        const auto length = static_cast<std::uint32_t>(CountCodePoints(period.value.text()));
        typed.type.max_length = std::max(typed.type.max_length, length);
      }
    }
    parameter_.typed.push_back(static_cast<std::uint32_t>(context_.program->parameters.size()));
    context_.program->parameters.push_back(std::move(typed));
  }

  // Every period but the first says from when; later ones later.
  bool CheckDates() {
    std::int64_t before = kFirstDay - 1;
    for (std::size_t i = 0; i < declaration_.periods.size(); ++i) {
      const Expr& date = declaration_.periods[i].from;
      std::int64_t from = kFirstDay;
      if (date.kind != ExprKind::kDate) {
        if (i > 0)
          return ReportWithoutDate(i);
      } else if (!ParseDate(date.text, from)) {
        Type type;
        type.kind = TypeKind::kDate;
        ReportConstant(context_, date, LiteralProblem::kNoSuchDay,
                       {&type, {}, {}, {}, Counts::kNothing});
        return false;
      }
      if (from <= before && i > 0)
        return ReportOrder(date, declaration_.periods[i - 1].from);
      before = from;
    }
    return !declaration_.periods.empty();
  }

  bool ReportWithoutDate(std::size_t i) {
    Diagnostic& report =
        context_.Report(DiagnosticKind::kBadPeriods, declaration_.periods[i].value.span,
                        fmt::format("a further value of `{}` does not say from when it holds",
                                    declaration_.name.text));
    report.help = fmt::format("write the day after it, as in `{} from 2026-07-01`",
                              context_.sources.Text(declaration_.periods[i].value.span));
    return false;
  }

  bool ReportOrder(const Expr& date, const Expr& before) {
    Diagnostic& report =
        context_.Report(DiagnosticKind::kBadPeriods, date.span,
                        fmt::format("the periods of `{}` are not in the order of their dates",
                                    declaration_.name.text));
    if (before.kind == ExprKind::kDate)
      report.secondary.push_back({before.span, "the period before begins here"});
    report.help = "write the earliest period first";
    return false;
  }

  Context& context_;
  ParameterInfo& parameter_;
  const syntax::ParameterDeclaration& declaration_;
};

// The index of the parameter with that type; kNone when there is none yet.
std::uint32_t TypedParameter(const Context& context, const ParameterInfo& parameter,
                             const Type& type) {
  for (const std::uint32_t index : parameter.typed) {
    if (SameType(context.program->parameters[index].type, type))
      return index;
  }
  return ir::kNone;
}

ir::ExprId ParameterExpr(Context& context, std::uint32_t index, Span use) {
  ir::Expr expr;
  expr.op = ir::ExprOp::kParameter;
  expr.index = index;
  expr.type = context.program->parameters[index].type;
  expr.constant = true;
  expr.span = use;
  return context.Add(std::move(expr));
}

}  // namespace

void CheckParameters(Context& context, Scope& scope) {
  for (const auto& [name, entry] : scope.own_names) {
    if (entry->kind != NameKind::kParameter)
      continue;
    entry->broken = !ParameterChecker(context, context.parameters[entry->index]).CheckDeclaration();
  }
}

ir::ExprId ParameterValue(Context& context, ParameterInfo& parameter, Span use,
                          const Expected* expected) {
  if (parameter.typed.empty())
    return ir::kNone;
  if (expected == nullptr)
    return ParameterExpr(context, parameter.typed.front(), use);
  std::uint32_t index = TypedParameter(context, parameter, *expected->type);
  if (index == ir::kNone &&
      ParameterChecker(context, parameter).Adapt(*expected->type, expected->counts)) {
    index = parameter.typed.back();
  }
  if (index != ir::kNone)
    return ParameterExpr(context, index, use);
  const Type natural = context.program->parameters[parameter.typed.front()].type;
  Diagnostic& report = ReportWrongType(context, use, natural, *expected);
  report.secondary.push_back({parameter.declaration->name.span, "declared here"});
  return ir::kNone;
}

}  // namespace lq::check
