#pragma once

#include "compiler/eval/situation.h"

namespace lq::eval {

// The possible values of an expression.
Possible PossibleOf(Situation& situation, ir::ExprId expr);

// The value of an expression that has exactly one: a constant.
Value ConstantOf(Situation& situation, ir::ExprId expr);

// The set of these values, in the order of the domain, each once. An ordered type holds at most 64
// of them: more make the hull.
Possible SetOf(const Type& type, std::vector<Value> values, Arena& arena);

}  // namespace lq::eval
