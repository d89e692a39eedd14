#pragma once

#include <string>
#include <vector>

#include "tools/lq/disk_files.h"
#include "tools/testkit/coverage/coverage.h"
#include "tools/testkit/test_runner.h"

namespace lq::tool {

// What tests are suggested from.
struct SuggestionBase {
  // The file that they are for: one that is there, or is to be made.
  std::string path;
  // What its tests can start from.
  std::vector<ir::Fixture> fixtures;
  // What the tests of the policy give field by field.
  std::vector<ir::Given> givens;
};

// Prints tests that reach what is missing, to paste into the file, on standard output; what stays
// missing on standard error. Each was compiled and run in its place. As an exit status.
int PrintSuggestions(DiskFiles& files, const SuggestionBase& base,
                     const testkit::Coverage& coverage, testkit::TestRunner& runner);

}  // namespace lq::tool
