#pragma once

#include "compiler/check/context.h"

namespace lq::check {

// The scope of a unit: edition and version are checked, what it `uses` is opened first (once,
// however many name it), then its own names are declared. The first schema that is opened is the
// program's.
Scope* OpenUnit(Context& context, const syntax::Unit& unit);

// Reports that no file of the package holds the unit, with the nearest that one holds.
void ReportMissingUnit(Context& context, syntax::UnitKind kind, const syntax::Name& name);

// The unit is of the edition that this compiler knows; else reported.
void CheckEdition(Context& context, const syntax::Unit& unit);

}  // namespace lq::check
