#pragma once

#include "compiler/eval/candidates.h"
#include "compiler/eval/guards.h"
#include "compiler/eval/rules.h"

namespace lq::eval {

// Why the outcome is proposed, and what held it back, in final order; without texts. An empty code
// is no reason.
std::vector<Reason> FindReasons(Situation& situation, const Rules& rules,
                                const Candidates& candidates, const Hold& hold);

}  // namespace lq::eval
