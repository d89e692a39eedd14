#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "compiler/base/source.h"
#include "compiler/eval/evaluate.h"
#include "compiler/explain/explanation.h"
#include "compiler/ir/test_suite.h"
#include "runtime/engine/engine.h"
#include "runtime/intake/lead_reader.h"
#include "tools/testkit/expectation.h"
#include "tools/testkit/payload_lead.h"
#include "tools/testkit/property_runner.h"

namespace lq::testkit {

struct TestResult {
  // Into the suite.
  const ir::Test* test = nullptr;
  // Of the expectations that were not met.
  std::vector<Mismatch> mismatches;
  // False: its payload does not give one lead, or a property has none to show.
  bool decided = true;
  // Of a property of which a lead was found that it does not hold of.
  std::shared_ptr<const PropertyResult> property;
  bool passed() const { return mismatches.empty(); }
};

// What the command line says of all tests.
struct RunOptions {
  PropertyOptions property;
  // States of toggles, by name; else they have their defaults.
  std::map<std::string, bool> toggles;
};

// Runs the tests of one suite by the plan, one after the other.
class TestRunner {
 public:
  explicit TestRunner(const ir::TestSuite& suite, const RunOptions& options = {});

  void WatchPayloads(PayloadWatcher watcher) { payloads_.Watch(std::move(watcher)); }

  TestResult Run(const ir::Test& test);
  // Decides what a test gives, and expects nothing. What keeps it from being decided: "no lead";
  // empty when it was.
  std::string Decide(const ir::Given& given);
  // Decides the same lead again, so that it can be explained; of a property the one that was found.
  void Repeat(const TestResult& result);

  // What each condition saw in the test that ran last; of a rejected lead nothing.
  Explanation ExplainLast(const SourceMap& sources);
  const Lead& last_lead() const { return lead_; }
  const Decision& last_decision() const { return decision_; }
  OracleInputs last_inputs() const { return {inputs_.as_of, inputs_.toggles, inputs_.language}; }

 private:
  void Compare(const ir::Test& test, TestResult& result);
  void RunProperty(const ir::Test& test, TestResult& result);

  PropertyOptions property_options_;
  std::vector<ir::Fixture> fixtures_;
  std::shared_ptr<const ir::Program> program_;
  Engine engine_;
  Decider decider_;
  LeadReader reader_;
  PayloadLeads payloads_;
  // Where a test says nothing of them, and in the test that runs.
  std::unique_ptr<bool[]> unsaid_toggles_;
  std::unique_ptr<bool[]> toggles_;
  DecisionInputs inputs_;
  Lead lead_;
  Decision decision_;
};

}  // namespace lq::testkit
