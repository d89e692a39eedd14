#pragma once

#include "compiler/eval/rules.h"
#include "compiler/eval/situation.h"

namespace lq::eval {

// w of an evidence item, in thousandths of a point.
Interval WeightOf(Situation& situation, const ir::Evidence& evidence);

// B(o): the strength of the outcome's base, given that it is the outcome.
Interval BaseOf(const ir::Program& program, const Rules& rules, std::uint32_t outcome);

// C of both ends of S(o), in per mille: B(o), the groups' clamped sums and the ungrouped items
// about o, given that o is the outcome.
Interval ConfidenceIn(Situation& situation, const Rules& rules, std::uint32_t outcome);

// In whole points.
Interval TensionOf(Situation& situation, std::uint32_t outcome);

}  // namespace lq::eval
