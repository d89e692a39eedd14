#pragma once

#include <vector>

#include "compiler/ir/program.h"

namespace lq::check {

// Indices of schema.fields that an expression reads, directly or through derived values, ascending.
// Not through scores, tables and lookups, which are never missing.
std::vector<std::uint32_t> FieldsRead(const ir::Program& program, ir::ExprId expr);

// Some field that the expression reads is optional.
bool CanBeMissing(const ir::Program& program, ir::ExprId expr);

}  // namespace lq::check
