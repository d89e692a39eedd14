#pragma once

#include "compiler/check/check_expression.h"

namespace lq::check {

// The items of every set of the scope's unit, after `plus` and `minus`.
void CheckSets(Context& context, Scope& scope);

// The items of a list in brackets or of a named set as constants of expected.type, each once;
// nothing when something was wrong and reported.
std::optional<std::vector<ir::ExprId>> ListItems(Context& context, const syntax::Expr& list,
                                                 const Expected& expected);

}  // namespace lq::check
