#pragma once

#include <memory>
#include <string>
#include <vector>

#include "compiler/include/lq/compile.h"
#include "tools/lq/test_suggestions.h"
#include "tools/testkit/coverage/coverage.h"
#include "tools/testkit/coverage/gate.h"
#include "tools/testkit/test_runner.h"

namespace lq::tool {

// What `lq test` was asked about coverage.
struct CoverageOptions {
  bool show = false;
  // Empty: no files.
  std::string folder;
  // As typed.
  std::string gates;
  bool suggest = false;

  bool any() const { return show || suggest || !folder.empty() || !gates.empty(); }
};

// The coverage of every policy that some test was run for.
class TestCoverage {
 public:
  explicit TestCoverage(const CoverageOptions& options) : options_(options) {}

  // False, and reported, when the options make no sense.
  bool ReadOptions();

  // The unit in `path`, whose tests are run next.
  void Open(const std::string& path, std::shared_ptr<const Compilation> compilation);
  // From now on what the runner reads of payloads counts, too.
  void Watch(testkit::TestRunner& runner);
  // The runner ran this one last, and decided it.
  void Take(const ir::Test& test, const testkit::TestRunner& runner);
  // Prints and writes what was asked for. As an exit status.
  int Finish(DiskFiles& files, bool on_output);

 private:
  // A policy.
  struct Entry {
    // Its own, or that of its first file of tests; then those of the others, which own what their
    // tests give.
    std::vector<std::shared_ptr<const Compilation>> compilations;
    // The file of the policy: policies of one hash may list their fields in another order.
    std::string identity;
    std::unique_ptr<testkit::Coverage> coverage;
    std::unique_ptr<testkit::TestRunner> runner;
    SuggestionBase base;
    bool has_tests_file = false;
  };

  void Print(bool on_output) const;
  int WriteFiles() const;
  bool MeetsGates(const testkit::Coverage& coverage) const;

  const CoverageOptions& options_;
  std::vector<testkit::Gate> gates_;
  std::vector<Entry> entries_;
  std::size_t current_ = 0;
};

}  // namespace lq::tool
