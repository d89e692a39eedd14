#pragma once

#include "compiler/eval/truth.h"

namespace lq::eval {

// A comparison of two sides that may both have several values: x at least y: T = lo(x) >= hi(y),
// F = hi(x) < lo(y); x is y: T = each is the same one value, F = no value in common.
Truth Relate(Situation& situation, const ir::Cond& cond);

}  // namespace lq::eval
