#pragma once

#include <vector>

#include "compiler/eval/situation.h"
#include "compiler/eval/truth.h"

namespace lq::eval {

struct HoldingGuard {
  const ir::Guard* guard = nullptr;
  // Its condition holds, or cannot be told.
  Truth truth;
};

// What holds a determined decision back.
struct Hold {
  // The proposed outcome's need is not met.
  bool by_need = false;
  // By name.
  std::vector<HoldingGuard> guards;

  bool any() const { return by_need || !guards.empty(); }
};

// Reads situation.proposal.
Hold FindHold(Situation& situation);

// Whether more data could settle it: the ceiling meets every need that failed, and each guard that
// held it back cannot tell or has a need the ceiling meets.
bool MayBeLifted(const Situation& situation, const Hold& hold);

}  // namespace lq::eval
