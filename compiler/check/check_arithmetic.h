#pragma once

#include "compiler/check/check_expression.h"

namespace lq::check {

// A chain of `plus` and `minus`: numbers of one type, or a date or instant and lengths of time.
ir::ExprId CheckSum(Context& context, const syntax::Expr& expr, const Expected* expected);
// A chain of `times` and `divided by` constants.
ir::ExprId CheckProduct(Context& context, const syntax::Expr& expr, const Expected* expected);
// `P% of x rounding …`
ir::ExprId CheckPercentOf(Context& context, const syntax::Expr& expr, const Expected* expected);

// A constant that takes the type of what stands beside it: a literal, a parameter, arithmetic of
// these.
bool IsAdaptable(const Context& context, const syntax::Expr& expr);

}  // namespace lq::check
