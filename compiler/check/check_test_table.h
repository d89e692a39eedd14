#pragma once

#include "compiler/check/context.h"
#include "compiler/ir/test_suite.h"

namespace lq::check {

// A table of tests: one test a row.
void CheckTestTable(Context& context, const syntax::TestTableDeclaration& table,
                    std::vector<ir::Test>& tests);

}  // namespace lq::check
