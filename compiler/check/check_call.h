#pragma once

#include "compiler/check/check_expression.h"

namespace lq::check {

// `f(x, y)`; `year of d` is year(d).
ir::ExprId CheckCall(Context& context, const syntax::Expr& expr);

}  // namespace lq::check
