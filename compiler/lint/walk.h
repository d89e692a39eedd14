#pragma once

#include <functional>
#include <string_view>
#include <variant>

#include "compiler/lint/package.h"

// What stands in a unit, for rules that read it as it is written.
namespace lq::lint {

// The statements of one type in a unit, in the order of the file.
template <typename T, typename F>
void ForEach(const syntax::Unit& unit, F&& visit) {
  for (const syntax::Statement& statement : unit.statements) {
    if (const T* declaration = std::get_if<T>(&statement))
      visit(*declaration);
  }
}

using VisitExpr = std::function<void(const syntax::Expr& expr)>;

// The expression and all below it.
void WalkExpr(const syntax::Expr& expr, const VisitExpr& visit);
// The outermost expressions and conditions of a statement; not what tests, fixtures and examples
// give.
void ForEachExpr(const syntax::Statement& statement, const VisitExpr& visit);

// The conditions among them: of rules, evidence, guards, defines and items of scores.
void ForEachCondition(const syntax::Statement& statement, const VisitExpr& visit);

using VisitName = std::function<void(std::string_view name)>;

// Each name that a statement uses other than by declaring it, without a leading `lead.`; beside
// values and conditions also enums, columns, placeholders.
void ForEachName(const syntax::Statement& statement, const VisitName& visit);

}  // namespace lq::lint
