#include <fmt/format.h>

#include "compiler/lint/rules.h"
#include "compiler/lint/walk.h"

namespace lq::lint {
namespace {

using syntax::Expr;
using syntax::ExprKind;

const Expr& Inner(const Expr& expr) {
  return expr.kind == ExprKind::kParens && !expr.children.empty() ? Inner(expr.children[0]) : expr;
}

bool IsNegated(const Expr& expr) {
  return expr.kind == ExprKind::kNot || (expr.kind == ExprKind::kCompare && expr.negated);
}

void LookAt(const Expr& expr, Findings& findings) {
  if (expr.kind != ExprKind::kNot || expr.children.empty())
    return;
  const Expr& inner = Inner(expr.children[0]);
  if (!IsNegated(inner))
    return;
  Diagnostic& report = findings.Add(expr.span, "this says `not` of something that says `not`");
  report.help = "say it without either";
}

}  // namespace

void DoubleNegations(const Package& package, Findings& findings) {
  for (const File& file : package.files) {
    for (const syntax::Statement& statement : file.unit->statements) {
      ForEachCondition(statement, [&](const Expr& condition) {
        WalkExpr(condition, [&](const Expr& expr) { LookAt(expr, findings); });
      });
    }
  }
}

}  // namespace lq::lint
