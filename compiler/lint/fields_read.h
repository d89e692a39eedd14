#pragma once

#include <cstdint>
#include <set>

#include "compiler/ir/program.h"

namespace lq::lint {

// The fields that a condition reads, by index of the schema's: through conditions with names and
// derived values, not through scores, tables and lookups.
std::set<std::uint32_t> FieldsRead(const ir::Program& program, ir::CondId cond);

}  // namespace lq::lint
