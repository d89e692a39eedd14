#include "tools/lq/test_report.h"

namespace lq::tool {

void TestReport::Take(const testkit::TestResult& result, const SourceMap& sources,
                      testkit::TestRunner& runner) {
  if (result.passed()) {
    ++passed_;
    Passed(result, sources);
  } else {
    ++failed_;
    Failed(result, sources, runner);
  }
}

std::unique_ptr<TestReport> MakeTestReport(const std::string& format, bool on_output) {
  return format == "json"     ? MakeJsonTestReport()
         : format == "junit"  ? MakeJunitTestReport()
         : format == "github" ? MakeGithubTestReport()
                              : MakeHumanTestReport(on_output);
}

}  // namespace lq::tool
