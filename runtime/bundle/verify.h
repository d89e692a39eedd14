#pragma once

#include <string>

#include "runtime/plan/plan.h"

namespace lq::bundle {

// What keeps an engine from running a plan that came from anywhere, for a person; empty when it
// may: every index points to something, nothing reads itself, every number fits, every value is one
// of its type.
std::string Verify(const plan::Plan& plan);

}  // namespace lq::bundle
