#pragma once

#include "compiler/check/check_expression.h"

namespace lq::check {

// The type and periods of every parameter of the scope's unit, used or not.
void CheckParameters(Context& context, Scope& scope);

// The parameter as an expression. It adapts to `expected` as a literal would (decision 0030); with
// null it has the type that its own literals give. kNone when it was wrong and reported.
ir::ExprId ParameterValue(Context& context, ParameterInfo& parameter, Span use,
                          const Expected* expected);

}  // namespace lq::check
