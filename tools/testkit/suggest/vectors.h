#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "compiler/ir/test_suite.h"
#include "tools/testkit/coverage/coverage.h"
#include "tools/testkit/suggest/changed_givens.h"
#include "tools/testkit/test_runner.h"

namespace lq::testkit {

// How the comparisons of one statement can come out: each combination that was found, with the
// first lead that has it, the one that is changed least.
struct FoundVectors {
  std::map<std::vector<bool>, ir::Given> givens;
  // The statement names no boundary and reads fields only whose values have names; then `holding`
  // counts the combinations of values with which it holds.
  bool second_is_edge = false;
  std::uint64_t holding = 0;
  // Every combination of what the comparisons can tell apart was tried, so that there is no other.
  bool all = false;
};

// Starts from `base`, which `runner` decided last, and changes the fields and toggles that the
// statement reads, one, then two, three … of them.
FoundVectors FindVectors(const Coverage& coverage, std::uint32_t statement, const ir::Given& base,
                         const TestRunner& runner, Arena& arena);

}  // namespace lq::testkit
