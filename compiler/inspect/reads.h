#pragma once

#include <functional>

#include "compiler/inspect/inspection.h"

namespace lq::inspect {

using Visit = std::function<void(DecisionGraph::Kind, const std::string& name)>;

// What a condition, an expression reads by name, without looking behind the names.
void VisitCond(const ir::Program& program, ir::CondId cond, const Visit& visit);
void VisitExpr(const ir::Program& program, ir::ExprId expr, const Visit& visit);

// `is known` or `is missing` stands somewhere in it, outside defines.
bool AsksForAbsence(const ir::Program& program, ir::CondId cond);

}  // namespace lq::inspect
