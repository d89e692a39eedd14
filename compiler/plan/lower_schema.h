#pragma once

#include "compiler/ir/program.h"
#include "runtime/plan/lead_schema.h"

namespace lq {

// What intake reads the leads of a checked program by: a policy's, or a source's. Never fails.
plan::LeadSchema LowerSchema(const ir::Program& program);

}  // namespace lq
