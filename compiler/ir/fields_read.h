#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include "compiler/ir/program.h"

namespace lq::ir {

// The fields that a condition reads, by index of the schema's: through conditions with names and
// derived values, not through scores, tables and lookups.
std::set<std::uint32_t> FieldsRead(const Program& program, CondId cond);

// The same, and through scores, tables and lookups too.
std::set<std::uint32_t> AllFieldsRead(const Program& program, CondId cond);

// The comparisons that it consists of, by the same ways: tests, and whether something is known.
std::vector<const Cond*> AllComparisonsRead(const Program& program, CondId cond);

}  // namespace lq::ir
