#pragma once

#include <vector>

#include "compiler/ir/test_suite.h"
#include "runtime/value/arena.h"
#include "tools/testkit/coverage/coverage.h"
#include "tools/testkit/test_runner.h"

namespace lq::testkit {

// A lead that reaches what no test reached.
struct Suggestion {
  ir::Given given;
  // What it reaches first, of what was missing; never empty.
  std::vector<ObjectiveId> closes;
};

struct Suggestions {
  // Of which each closes something that those before it leave open.
  std::vector<Suggestion> tests;
  // The coverage with them.
  Coverage coverage;
  // The search ended before it had tried all that it would.
  bool ended_early = false;
  // Owns the values of the givens, beside those of the bases.
  Arena arena;
};

// Looks for leads that reach what is missing in `coverage`, from leads that tests give already
// (`bases`, which say their fields one by one; without any, from the barest lead), by changing one
// thing, then several, of them; each is decided and counted as a test would be. What is
// missing in the coverage that is returned was not found.
// The same every time.
Suggestions Suggest(const Coverage& coverage, const std::vector<ir::Given>& bases,
                    TestRunner& runner);

// Marks what no lead can reach, as far as trying every combination shows it.
void MarkImpossible(Coverage& coverage, const std::vector<ir::Given>& bases, TestRunner& runner);

}  // namespace lq::testkit
