#pragma once

#include <cstdint>
#include <set>

#include "compiler/eval/situation.h"

namespace lq::eval {

// Indices of fields.
using Fields = std::set<std::uint32_t>;

// The fields with more than one possible value in the condition's undecided comparisons, walking
// down through undecided parts only, and through defines, derived values, scores and tables.
Fields FieldsRead(Situation& situation, ir::CondId cond);

}  // namespace lq::eval
