#pragma once

#include <memory>

#include "compiler/ir/program.h"
#include "runtime/plan/plan.h"

namespace lq {

// Lowers a checked program to what the engine runs. Never fails.
std::shared_ptr<const plan::Plan> MakePlan(const ir::Program& program);

}  // namespace lq
