#include <fmt/format.h>

#include "compiler/check/check_condition.h"
#include "compiler/check/check_strength.h"
#include "compiler/check/statements.h"

namespace lq::check {
namespace {

void CheckNeedsOrNever(Context& context, const syntax::GuardDeclaration& guard) {
  if (guard.never != guard.needs.has_value())
    return;
  const std::string_view seen =
      guard.never ? "says both `needs` and `never`" : "says neither `needs` nor `never`";
  Diagnostic& report = context.Report(DiagnosticKind::kGuardNeeds, guard.name.span,
                                      fmt::format("the guard `{}` {}", guard.name.text, seen));
  report.primary.text = "what a decision would need is not clear";
  report.notes.push_back(
      "A guard holds back every decision that it applies to (`never`), or those less sure than it "
      "needs (`needs 95%`).");
  report.help = guard.never ? "keep one of the two" : "add `needs 95%` or `never`";
}

ir::Guard MakeGuard(Context& context, const syntax::GuardDeclaration& declaration) {
  CheckNeedsOrNever(context, declaration);
  ir::Guard guard;
  guard.name = declaration.name.text;
  guard.span = declaration.span;
  if (declaration.has_when)
    guard.when = CheckCondition(context, declaration.when, Place::kGuard);
  guard.never = declaration.never;
  if (declaration.needs)
    guard.needs = CheckNeeds(context, *declaration.needs);
  guard.reason = declaration.reason.text;
  return guard;
}

}  // namespace

void CheckGuards(Context& context) {
  const auto add = [&](const syntax::GuardDeclaration& declaration) {
    const auto index = static_cast<std::uint32_t>(context.program->guards.size());
    context.guards.Declare(context.diagnostics, declaration.name, 0, index);
    context.program->guards.push_back(MakeGuard(context, declaration));
  };
  ForEach<syntax::GuardDeclaration>(*context.policy->unit, add);
}

}  // namespace lq::check
