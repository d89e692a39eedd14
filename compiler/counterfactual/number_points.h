#pragma once

#include <cstdint>
#include <set>

#include "compiler/counterfactual/readers.h"
#include "compiler/eval/evaluate.h"

namespace lq::counterfactual {

// The values of a numeric field at which one of these comparisons of it may turn, with their
// neighbours; within the field's range.
std::set<std::int64_t> NumberPoints(const ir::Program& program, const Lead& lead,
                                    const OracleInputs& inputs, std::uint32_t field,
                                    const Comparisons& comparisons);

}  // namespace lq::counterfactual
