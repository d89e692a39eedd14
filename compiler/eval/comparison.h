#pragma once

#include <span>

#include "compiler/eval/condition_form.h"
#include "compiler/eval/truth.h"

namespace lq::eval {

// One comparison, by the formulas.
Truth Compare(Situation& situation, const ir::Cond& cond);

// The tests of one field within one and-list (`every`) or or-list: one test against the set of
// values that pass all, or any, of them.
Truth CompareJoined(Situation& situation, std::span<const Literal> literals, bool every);

}  // namespace lq::eval
