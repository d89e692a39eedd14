#pragma once

#include <vector>

#include "compiler/eval/situation.h"

namespace lq::eval {

// The outputs of the policy, by name.
std::vector<OutputResult> FindOutputs(Situation& situation);

}  // namespace lq::eval
