#pragma once

#include <string>

#include "tests/differential/generator/draft.h"

namespace lq::test {

// "weakly", "with confidence 92.5%" or "by 4 points".
std::string RandomStrength(Draft& draft);

}  // namespace lq::test
