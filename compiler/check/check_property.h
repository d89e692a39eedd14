#pragma once

#include "compiler/check/context.h"
#include "compiler/ir/test_suite.h"

namespace lq::check {

// `property "…" for any lead …`: a test without a lead of its own.
void CheckProperty(Context& context, const syntax::PropertyDeclaration& property,
                   std::vector<ir::Test>& tests);

}  // namespace lq::check
