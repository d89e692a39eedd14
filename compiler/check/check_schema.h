#pragma once

#include "compiler/check/context.h"

namespace lq::check {

// Types and clauses of the schema's fields, and what it does with other fields.
void CheckSchema(Context& context);

}  // namespace lq::check
