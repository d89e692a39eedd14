#pragma once

#include <optional>

#include "tests/differential/generator/draft.h"

namespace lq::test {

// An expression over fields and earlier derived values, with its type and range; nothing when no
// operand suits.
std::optional<Operand> RandomExpression(Draft& draft);

}  // namespace lq::test
