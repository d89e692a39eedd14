#pragma once

#include <string_view>

#include "compiler/check/context.h"
#include "compiler/syntax/unit.h"

namespace lq::check {

// What a cell of a file of cases says, in the words of a table of tests: a value of the column's
// field (a text stands there as it is, amounts and percents also without their unit), `missing` or
// nothing, alternatives, a band, reports; an outcome, codes, a state. `field`: of the column, null
// when it is none. What can be no cell of the column is reported.
syntax::TestTableDeclaration::Cell CaseCell(Context& context,
                                            const syntax::TestTableDeclaration::Column& column,
                                            const ir::Field* field, std::string_view text,
                                            Span span);

}  // namespace lq::check
