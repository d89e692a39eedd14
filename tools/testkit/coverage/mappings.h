#pragma once

#include <vector>

#include "compiler/ir/source_program.h"
#include "runtime/source/lead_mapper.h"
#include "tools/testkit/coverage/inventory.h"

namespace lq::testkit {

// Adds a statement for each mapping of a source, in their order. `sources` outlives the inventory.
void AddMappings(const ir::SourceProgram& source, const SourceMap& sources, Inventory& inventory);

// What a mapping reached when its field came from there, and this lead came of it.
std::vector<ObjectiveId> ReachedBy(const CoveredStatement& mapping, const FieldOrigin& origin,
                                   const Lead& lead);

}  // namespace lq::testkit
