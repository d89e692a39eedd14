#include "tests/support/coverage/tested_policy.h"

#include "tests/support/package/memory_files.h"

namespace lq::test {
namespace {

constexpr const char* kSchema = R"(edition 2026
schema lead version 1
enum role_kind of student, manager, owner
enum wish_kind of demo, price, help
field email   is email required
field size    is integer from 0 to 100 optional
field visits  is integer from 0 to 100 required
field role    is one of role_kind optional
field country is country optional
field wish    is one of wish_kind required
)";

constexpr const char* kPolicy = R"(edition 2026
policy p version 1
uses schema lead
outcomes strongest first
  sales, nurture
  otherwise nurture weakly because NOTHING
  undecided becomes ask_more
  doubtful  becomes review
)";

constexpr const char* kTests = R"(edition 2026
tests for p
fixture typical as email "ana@firm.example", size 50, visits 5, role manager, country DE, wish demo
)";

}  // namespace

TestedPolicy::TestedPolicy(const std::string& statements, const std::string& tests) {
  MemoryFiles files;
  files.Add("lead.lq", kSchema);
  files.Add("p.lq", kPolicy + statements);
  files.Add("p.test.lq", kTests + tests);
  compilation_ = Compile(files, "p.test.lq");
  for (const Diagnostic& report : compilation_->diagnostics.all()) {
    problems_ += report.message + "\n";
  }
  if (compilation_->tests == nullptr) {
    return;
  }
  runner_ = std::make_unique<testkit::TestRunner>(suite());
  coverage_ = std::make_unique<testkit::Coverage>(suite().program, compilation_->sources);
  for (const ir::Test& test : suite().tests) {
    runner_->Run(test);
    coverage_->Take(runner_->last_lead(), runner_->last_inputs(), runner_->last_decision());
  }
}

std::vector<ir::Given> TestedPolicy::givens() const {
  std::vector<ir::Given> givens;
  for (const ir::Test& test : suite().tests) {
    givens.push_back(test.given);
  }
  return givens;
}

std::string TestedPolicy::Missing(testkit::Measure measure) const {
  std::string texts;
  const testkit::Inventory& inventory = coverage_->inventory();
  for (testkit::ObjectiveId id = 0; id < inventory.objectives.size(); ++id) {
    if (inventory.objectives[id].measure == measure && coverage_->missing(id)) {
      texts += inventory.objectives[id].text + "\n";
    }
  }
  return texts;
}

}  // namespace lq::test
