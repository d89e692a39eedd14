#include "tools/testkit/test_runner.h"

#include <algorithm>

#include <fmt/format.h>

#include "compiler/explain/explain.h"
#include "compiler/plan/make_plan.h"
#include "tools/testkit/lead_json.h"

namespace lq::testkit {

TestRunner::TestRunner(std::shared_ptr<const ir::Program> program)
    : program_(std::move(program)),
      engine_(MakePlan(*program_)),
      decider_(engine_),
      reader_(engine_.plan().schema),
      payloads_(engine_.plan().schema),
      toggles_(std::make_unique<bool[]>(program_->toggles.size())) {}

std::string TestRunner::Decide(const ir::Given& given) {
  std::copy(given.toggles.begin(), given.toggles.end(), toggles_.get());
  inputs_.as_of = given.as_of;
  inputs_.toggles = {toggles_.get(), given.toggles.size()};
  if (given.payload) {
    if (const std::string other = payloads_.Read(*given.payload, given.as_of, lead_);
        !other.empty()) {
      return fmt::format("{} from `{}`", other, given.payload->file);
    }
  } else {
    reader_.Read(LeadJson(*program_, given), given.as_of, lead_);
  }
  decider_.Decide(lead_, inputs_, decision_);
  return {};
}

TestResult TestRunner::Run(const ir::Test& test) {
  TestResult result{&test, {}};
  if (std::string problem = Decide(test.given); !problem.empty()) {
    result.mismatches.push_back({"one lead", std::move(problem)});
    result.decided = false;
    return result;
  }
  Mismatch mismatch;
  for (const ir::Expectation& expectation : test.expectations) {
    if (!Meets(*program_, expectation, lead_, decision_, mismatch)) {
      result.mismatches.push_back(mismatch);
    }
  }
  return result;
}

Explanation TestRunner::ExplainLast(const SourceMap& sources) {
  return Explain(*program_, sources, lead_, last_inputs());
}

}  // namespace lq::testkit
