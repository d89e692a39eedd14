#pragma once

#include "runtime/plan/expression.h"

namespace lq::plan {

// An operation of which the first operand may be one, too: such a chain may be as long as a policy
// likes, and is worked out by a loop.
inline bool IsChained(const Expr& expr) {
  return expr.op == ExprOp::kAdd || expr.op == ExprOp::kSubtract || expr.op == ExprOp::kMultiply ||
         expr.op == ExprOp::kDivide;
}

}  // namespace lq::plan
