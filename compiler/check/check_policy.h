#pragma once

#include "compiler/check/context.h"

namespace lq::check {

// Fills the context with a policy and all that it imports; false when there was an error beyond
// those that were there before the policy was read.
bool CheckWholePolicy(Context& context, const syntax::Unit& unit, std::size_t errors_before);

}  // namespace lq::check
