#pragma once

#include <string>

#include "tests/differential/generator/draft.h"

namespace lq::test {

// A condition over what is declared so far, with lists nested at most `depth` deep.
std::string RandomCondition(Draft& draft, int depth);

// The tail of a comparison with the operand: "at least 5", "in [DE, AT]". In a cell, `is saas` may
// be `saas`.
std::string RandomTail(Draft& draft, const Operand& operand, bool cell);

// A constant that the operand can be compared with, written out.
std::string RandomConstant(Draft& draft, const Operand& operand);

}  // namespace lq::test
