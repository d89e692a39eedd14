#pragma once

#include <vector>

#include "compiler/ir/program.h"

namespace lq::lint {

// The conditions of rules, evidence, guards, defines and items of scores; not those of rows, whose
// cells say in full what a person would leave out.
std::vector<ir::CondId> WrittenConditions(const ir::Program& program);

// The parts of a list of one connective, lists of the same one within it written out.
std::vector<ir::CondId> PartsOf(const ir::Program& program, const ir::Cond& list);

// The lists below a condition that are in no list of their own connective, itself if it is one.
std::vector<ir::CondId> ListsOf(const ir::Program& program, ir::CondId root);

}  // namespace lq::lint
