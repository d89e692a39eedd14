#pragma once

#include "compiler/eval/candidates.h"
#include "compiler/eval/guards.h"
#include "compiler/eval/rules.h"

namespace lq::eval {

// The fields to ask for, by gain descending, then name.
std::vector<AskEntry> FindAsk(Situation& situation, const Rules& rules,
                              const Candidates& candidates, const Hold& hold);

}  // namespace lq::eval
