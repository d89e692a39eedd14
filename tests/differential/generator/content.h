#pragma once

#include "tests/differential/generator/draft.h"

namespace lq::test {

// Texts of reasons and outcomes, and contents of their own for outputs.
void DraftContent(Draft& draft);

}  // namespace lq::test
