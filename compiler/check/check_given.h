#pragma once

#include "compiler/check/context.h"

namespace lq::check {

// What a fixture, an example or a test is given: names are known, values are constants of their
// field's type, bands and reports are well made. Nothing is run.
void CheckGiven(Context& context, const syntax::Given& given);

}  // namespace lq::check
