#include <fmt/format.h>

#include "compiler/lint/rules.h"
#include "compiler/lint/walk.h"

namespace lq::lint {
namespace {

using syntax::Expr;
using syntax::ExprKind;

constexpr std::size_t kMost = 10;

// The comparisons and named conditions of a condition.
std::size_t Terms(const Expr& expr) {
  const bool inner = expr.kind == ExprKind::kAnd || expr.kind == ExprKind::kOr ||
                     expr.kind == ExprKind::kNot || expr.kind == ExprKind::kParens;
  if (!inner)
    return 1;
  std::size_t terms = 0;
  for (const Expr& child : expr.children)
    terms += Terms(child);
  return terms;
}

}  // namespace

void LongConditions(const Package& package, Findings& findings) {
  for (const File& file : package.files) {
    for (const syntax::Statement& statement : file.unit->statements) {
      ForEachCondition(statement, [&](const Expr& condition) {
        const std::size_t terms = Terms(condition);
        if (terms <= kMost)
          return;
        Diagnostic& report = findings.Add(
            condition.span, fmt::format("this condition is made of {} comparisons", terms));
        report.notes.push_back(
            fmt::format("More than {} are hard to read, and hard to test.", kMost));
        report.help = "give parts of it names with `define`, or make it a table";
      });
    }
  }
}

}  // namespace lq::lint
