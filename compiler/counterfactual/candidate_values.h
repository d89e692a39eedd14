#pragma once

#include <cstdint>
#include <vector>

#include "compiler/eval/evaluate.h"
#include "runtime/value/arena.h"

namespace lq {

// A value that a field could have had.
struct CandidateValue {
  // One value, or missing.
  Possible value;
  // 0 when the lead leaves it possible; else how far the value lies from what the lead says, in
  // millionths of the field's range; of types without an order always a million.
  std::int64_t distance = 0;
};

// The values of a field worth trying, nearest first: those at which something that the policy says
// about the field turns. Numbers, amounts and dates: each boundary and its neighbours, also where
// an expression of the field crosses a constant; enums, countries and the like: each value that is
// named, and one that is not; texts: each that is named, and one that is not. `missing` only where
// the policy asks whether the field is known. Never what the lead says already. Empty for a field
// that nothing reads.
std::vector<CandidateValue> CandidateValues(const ir::Program& program, const Lead& lead,
                                            const OracleInputs& inputs, std::uint32_t field,
                                            Arena& arena);

// The same for what some of the policy's comparisons say about it.
std::vector<CandidateValue> CandidateValues(const ir::Program& program, const Lead& lead,
                                            const OracleInputs& inputs, std::uint32_t field,
                                            const std::vector<const ir::Cond*>& among,
                                            Arena& arena);

}  // namespace lq
