#pragma once

#include "tests/differential/generator/draft.h"

namespace lq::test {

// The policy over what schema and library declare.
void DraftPolicy(Draft& draft);

}  // namespace lq::test
