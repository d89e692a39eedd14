#pragma once

#include "compiler/eval/situation.h"

namespace lq::eval {

// `plus`, `minus`, `times`, `divided by`, `P% of`, `days from … to …` and moved dates: always the
// hull of what the ends of the operands give, missing when an operand is.
Possible Calculate(Situation& situation, const ir::Expr& expr);

}  // namespace lq::eval
