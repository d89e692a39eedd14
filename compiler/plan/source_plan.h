#pragma once

#include <memory>

#include "compiler/ir/source_program.h"
#include "runtime/plan/source_plan.h"

namespace lq {

// Lowers a checked source to what runtime/source runs. Never fails.
std::shared_ptr<const plan::SourcePlan> LowerSource(const ir::SourceProgram& source);

}  // namespace lq
