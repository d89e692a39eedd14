#include "tools/testkit/test_runner.h"

#include <algorithm>

#include <fmt/format.h>

#include "compiler/explain/explain.h"
#include "compiler/plan/make_plan.h"
#include "tools/testkit/lead_json.h"

namespace lq::testkit {

TestRunner::TestRunner(const ir::TestSuite& suite, const RunOptions& options)
    : property_options_(options.property),
      fixtures_(suite.fixtures),
      program_(suite.program),
      engine_(MakePlan(*program_)),
      decider_(engine_),
      reader_(engine_.plan().schema),
      payloads_(engine_.plan().schema),
      unsaid_toggles_(std::make_unique<bool[]>(program_->toggles.size())),
      toggles_(std::make_unique<bool[]>(program_->toggles.size())) {
  for (std::size_t i = 0; i < program_->toggles.size(); ++i) {
    const ir::Toggle& toggle = program_->toggles[i];
    const auto said = options.toggles.find(toggle.name);
    unsaid_toggles_[i] = said == options.toggles.end() ? toggle.on : said->second;
  }
}

std::string TestRunner::Decide(const ir::Given& given) {
  for (std::size_t i = 0; i < given.toggles.size(); ++i) {
    const bool unsaid = !given.toggles_said[i] && given.toggles[i] == program_->toggles[i].on;
    toggles_[i] = unsaid ? unsaid_toggles_[i] : given.toggles[i];
  }
  inputs_.as_of = given.as_of;
  inputs_.toggles = {toggles_.get(), given.toggles.size()};
  if (given.payload) {
    if (const std::string other = payloads_.Read(*given.payload, given.as_of, lead_);
        !other.empty()) {
      return fmt::format("{} from `{}`", other, given.payload->file);
    }
  } else {
    reader_.Read(given.lead ? *given.lead : LeadJson(*program_, given), given.as_of, lead_);
  }
  decider_.Decide(lead_, inputs_, decision_);
  return {};
}

TestResult TestRunner::Run(const ir::Test& test) {
  TestResult result;
  result.test = &test;
  if (test.property != nullptr) {
    RunProperty(test, result);
  } else if (std::string problem = Decide(test.given); !problem.empty()) {
    result.mismatches.push_back({"one lead", std::move(problem)});
    result.decided = false;
  } else {
    Compare(test, result);
  }
  return result;
}

void TestRunner::Compare(const ir::Test& test, TestResult& result) {
  Mismatch mismatch;
  for (const ir::Expectation& expectation : test.expectations) {
    if (!Meets(*program_, expectation, lead_, decision_, mismatch)) {
      result.mismatches.push_back(mismatch);
    }
  }
}

void TestRunner::RunProperty(const ir::Test& test, TestResult& result) {
  const auto found = std::make_shared<PropertyResult>();
  const DecideGiven decide = [&](const ir::Given& given) {
    Decide(given);
    return DecidedGiven{lead_, decision_};
  };
  testkit::RunProperty(*program_, engine_, fixtures_,
                       {unsaid_toggles_.get(), program_->toggles.size()}, test, property_options_,
                       decide, *found);
  if (found->failing) {
    Decide(found->failing->given);
    Compare(*found->failing, result);
    result.property = found;
  } else if (!found->expected.empty()) {
    result.mismatches.push_back({found->expected, found->came});
    result.decided = false;
  }
}

void TestRunner::Repeat(const TestResult& result) {
  if (result.property != nullptr) {
    Decide(result.property->failing->given);
  } else if (result.test->property == nullptr) {
    Decide(result.test->given);
  }
}

Explanation TestRunner::ExplainLast(const SourceMap& sources) {
  return Explain(*program_, sources, lead_, last_inputs());
}

}  // namespace lq::testkit
