#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "compiler/explain/words.h"
#include "tools/lq/output.h"
#include "tools/lq/test_report.h"

namespace lq::tool {
namespace {

using nlohmann::ordered_json;

// {"version":1,"tests":[{"title":…,"place":…,"passed":…,"mismatches":[…],"text":…},…],"passed":…}
class JsonTestReport : public TestReport {
 public:
  void TakeMessages(const std::string& messages) override { messages_ = messages; }
  int Finish() override {
    ordered_json all = {{"version", 1},
                        {"tests", std::move(tests_)},
                        {"passed", passed()},
                        {"failed", failed()},
                        {"left_out", skipped()}};
    if (!messages_.empty()) {
      all["messages"] = messages_;
    }
    Output output;
    output.Write(all.dump() + "\n");
    return output.status();
  }

 protected:
  void Passed(const testkit::TestResult& result, const SourceMap& sources) override {
    Add(result, sources);
  }
  void Failed(const testkit::TestResult& result, const SourceMap& sources,
              testkit::TestRunner& runner) override {
    ordered_json& test = Add(result, sources);
    for (const testkit::Mismatch& mismatch : result.mismatches) {
      test["mismatches"].push_back({{"expected", mismatch.expected}, {"came", mismatch.came}});
    }
    if (result.property) {
      test["property"] = {{"seed", result.property->seed},
                          {"lead", result.property->lead},
                          {"test", result.property->text}};
    }
    test["text"] = testkit::FailureText(result, sources, runner, false);
  }

 private:
  ordered_json& Add(const testkit::TestResult& result, const SourceMap& sources) {
    tests_.push_back({{"title", testkit::TitleOf(*result.test)},
                      {"place", explain::PlaceText(sources, result.test->span)},
                      {"passed", result.passed()}});
    return tests_.back();
  }

  ordered_json tests_ = ordered_json::array();
  std::string messages_;
};

}  // namespace

std::unique_ptr<TestReport> MakeJsonTestReport() { return std::make_unique<JsonTestReport>(); }

}  // namespace lq::tool
