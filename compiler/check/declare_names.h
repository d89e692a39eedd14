#pragma once

#include "compiler/check/context.h"

namespace lq::check {

// Declares what the statements of scope.unit name, enums with their values, and makes room in the
// program's arrays. Nothing is looked up yet, so that the order of statements never matters.
void DeclareNames(Context& context, Scope& scope);

}  // namespace lq::check
