#pragma once

#include "compiler/inspect/inspection.h"

namespace lq::inspect {

DecisionGraph GraphOf(const ir::Program& program);

}  // namespace lq::inspect
