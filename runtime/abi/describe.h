#pragma once

#include <string>

#include "runtime/plan/plan.h"

namespace lq::abi {

// What lq_policy_describe gives; docs/embedding.md lists the keys.
std::string Description(const plan::Plan& plan);

}  // namespace lq::abi
