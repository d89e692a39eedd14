#include <fmt/format.h>

#include "tools/lq/github_text.h"
#include "tools/lq/output.h"
#include "tools/lq/tally.h"
#include "tools/lq/test_report.h"

namespace lq::tool {
namespace {

// An annotation at each test that failed, as a GitHub workflow shows it beside the line.
class GithubTestReport : public TestReport {
 public:
  int Finish() override {
    output_.Write(fmt::format("{} passed, {} failed\n", Grouped(passed()), Grouped(failed())));
    return output_.status();
  }

 protected:
  void Passed(const testkit::TestResult&, const SourceMap&) override {}
  void Failed(const testkit::TestResult& result, const SourceMap& sources,
              testkit::TestRunner& runner) override {
    const Span& span = result.test->span;
    output_.Write(fmt::format(
        "::error file={},line={},title={}::{}\n", GithubText(sources.file(span.file).path, true),
        sources.Locate(span.file, span.begin).line,
        GithubText(testkit::TitleOf(*result.test), true),
        GithubText(testkit::FailureText(result, sources, runner, false), false)));
  }

 private:
  Output output_;
};

}  // namespace

std::unique_ptr<TestReport> MakeGithubTestReport() { return std::make_unique<GithubTestReport>(); }

}  // namespace lq::tool
