#pragma once

#include <string>
#include <vector>

#include "compiler/ir/test_suite.h"

namespace lq::testkit {

// A test with its title, as it stands in a file, in canonical layout.
std::string WrittenTest(const ir::Program& program, const std::vector<ir::Fixture>& fixtures,
                        const ir::Test& test);

}  // namespace lq::testkit
