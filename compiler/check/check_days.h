#pragma once

#include "compiler/check/check_expression.h"

namespace lq::check {

// `days from a to b`, `days since a`.
ir::ExprId CheckDays(Context& context, const syntax::Expr& expr);

// The integer counts days: a difference of dates, or a sum or derived value made of one.
bool IsDayCount(const Context& context, ir::ExprId id);

}  // namespace lq::check
