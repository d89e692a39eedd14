#pragma once

#include "tools/testkit/random.h"

namespace lq::test {

using testkit::Random;

}  // namespace lq::test
