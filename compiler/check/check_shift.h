#pragma once

#include "compiler/check/check_expression.h"

namespace lq::check {

// `date plus 30 days`: `step` is the plus or minus, `amount` its right side.
ir::ExprId CheckShift(Context& context, ir::ExprId date, const syntax::Expr& amount,
                      const syntax::Expr& step);

}  // namespace lq::check
