#pragma once

#include "compiler/check/context.h"

namespace lq::check {

// Appends the table to program.rules_tables and its rows to program.rules. A table whose columns
// are wrong has no rows.
void CheckRulesTable(Context& context, const syntax::TableDeclaration& table);

}  // namespace lq::check
