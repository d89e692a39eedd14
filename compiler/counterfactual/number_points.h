#pragma once

#include <cstdint>
#include <set>

#include "compiler/eval/evaluate.h"

namespace lq::counterfactual {

// The values of a numeric field at which one of these comparisons may turn, with their neighbours;
// within the field's range.
std::set<std::int64_t> NumberPoints(const ir::Program& program, const Lead& lead,
                                    const OracleInputs& inputs, std::uint32_t field);

}  // namespace lq::counterfactual
