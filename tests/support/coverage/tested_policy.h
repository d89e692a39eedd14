#pragma once

#include <memory>
#include <string>
#include <vector>

#include "compiler/include/lq/compile.h"
#include "tools/testkit/coverage/coverage.h"
#include "tools/testkit/test_runner.h"

namespace lq::test {

// A small policy with one rule `r` under test, its tests, and what they reach. The schema has
// `email`, `visits` (integer from 0 to 100) and `wish` (one of demo, price, help), required; `size`
// (like visits), `role` (one of student, manager, owner) and `country`, optional.
class TestedPolicy {
 public:
  // `statements` come behind the outcomes of the policy, `tests` behind the head of a file of
  // tests; its fixture is `typical`, in which everything is known.
  TestedPolicy(const std::string& statements, const std::string& tests);

  // What the compiler said; empty when all is well.
  const std::string& problems() const { return problems_; }
  testkit::Coverage& coverage() { return *coverage_; }
  testkit::TestRunner& runner() { return *runner_; }
  const ir::TestSuite& suite() const { return *compilation_->tests; }
  std::vector<ir::Given> givens() const;

  // The texts of what no test reached, one a line, of one measure.
  std::string Missing(testkit::Measure measure) const;

 private:
  std::unique_ptr<Compilation> compilation_;
  std::string problems_;
  std::unique_ptr<testkit::TestRunner> runner_;
  std::unique_ptr<testkit::Coverage> coverage_;
};

}  // namespace lq::test
