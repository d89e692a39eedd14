#pragma once

#include "compiler/check/context.h"

namespace lq::check {

// One at a time, when all that it reads was checked: appends to program.derived.
void CheckDerived(Context& context, const syntax::DerivedDeclaration& declaration, Entry& entry);

}  // namespace lq::check
