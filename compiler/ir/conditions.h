#pragma once

#include "compiler/ir/program.h"

namespace lq::ir {

// A test of one field against constants that joins with the other tests of that field within one
// list (language.md, section 7, "Two rails"): `is`, `in`, `at least` … `between` with all right
// sides constant. Of texts only `is` and `in` without `ignoring case`; of lists none.
bool IsFieldTest(const Program& program, const Cond& cond);

}  // namespace lq::ir
