#pragma once

#include <cstdint>
#include <vector>

#include "compiler/ir/program.h"

namespace lq::counterfactual {

// Whether the expression is worked out from the field: directly, or through derived values,
// arithmetic, functions and keys of lookups; not through conditions of scores and tables.
bool Reads(const ir::Program& program, ir::ExprId expr, std::uint32_t field);

using Comparisons = std::vector<const ir::Cond*>;

// The comparisons of the whole program.
Comparisons AllComparisons(const ir::Program& program);
// Those among them with the field on one of their sides.
Comparisons ComparisonsOf(const ir::Program& program, const Comparisons& among,
                          std::uint32_t field);

}  // namespace lq::counterfactual
