#pragma once

#include "tests/differential/generator/draft.h"

namespace lq::test {

// The schema's enums, fields and derived values, all readable ones as operands.
void DraftSchema(Draft& draft);

// A library with sets, parameters and patterns for what the fields hold.
void DraftLibrary(Draft& draft);

// A derived value of the schema or the policy, if some operand suits.
void DraftDerived(Draft& draft, Statement::File file, const std::string& name);

}  // namespace lq::test
