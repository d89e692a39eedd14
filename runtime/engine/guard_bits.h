#pragma once

#include <cstdint>
#include <vector>

#include "runtime/engine/verdict_bits.h"
#include "runtime/plan/plan.h"

namespace lq::engine {

// By outcome: the bits of guards that may speak when it is proposed, counted from the end of the
// rules' bits; at most 64 bits follow these.
std::vector<std::uint64_t> GuardsOf(const plan::Plan& plan, const VerdictBits& bits);

}  // namespace lq::engine
