#pragma once

#include <vector>

#include "tools/testkit/test_runner.h"

namespace lq::tool {

// The results of these tests of a suite, in their order, however many threads run them.
std::vector<testkit::TestResult> RunTests(const ir::TestSuite& suite,
                                          const std::vector<const ir::Test*>& tests,
                                          const testkit::RunOptions& options, unsigned threads);

}  // namespace lq::tool
