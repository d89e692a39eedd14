#pragma once

#include <memory>

#include "compiler/check/check.h"
#include "compiler/ir/source_program.h"

namespace lq {

// Resolves and checks a `source` unit against the schema that it gives leads of. Reports every
// mistake it finds; null when there was an error.
std::shared_ptr<const ir::SourceProgram> CheckSource(const syntax::Unit& unit, UnitLoader& loader,
                                                     const SourceMap& sources,
                                                     Diagnostics& diagnostics);

}  // namespace lq
