#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "tools/lq/html.h"
#include "tools/lq/output.h"
#include "tools/lq/test_report.h"

namespace lq::tool {
namespace {

// Line ends stay.
std::string Escaped(std::string_view text) {
  std::string out;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    out += out.empty() && begin == 0 ? "" : "\n";
    out += HtmlText(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

// A <testsuite> a file, as Jenkins, GitLab and GitHub's actions read it.
class JunitTestReport : public TestReport {
 public:
  void TakeMessages(const std::string& messages) override { messages_ = messages; }
  int Finish() override {
    std::string out = fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites tests=\"{}\" failures=\"{}\">\n",
        all() + (messages_.empty() ? 0 : 1), failed());
    if (!messages_.empty()) {
      out += fmt::format(
          "  <testsuite name=\"files\" tests=\"1\" errors=\"1\">\n"
          "    <testcase name=\"the files are as they should be\" classname=\"files\">\n"
          "      <error message=\"see the messages\">{}</error>\n    </testcase>\n  </testsuite>\n",
          Escaped(messages_));
    }
    for (const auto& [file, suite] : suites_) {
      out +=
          fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\">\n{}  </testsuite>\n",
                      Escaped(file), suite.tests, suite.failures, suite.cases);
    }
    Output output;
    output.Write(out + "</testsuites>\n");
    return output.status();
  }

 protected:
  void Passed(const testkit::TestResult& result, const SourceMap& sources) override {
    Add(result, sources, "/>\n");
  }
  void Failed(const testkit::TestResult& result, const SourceMap& sources,
              testkit::TestRunner& runner) override {
    const testkit::Mismatch& first = result.mismatches.front();
    const std::string text = testkit::FailureText(result, sources, runner, false);
    Add(result, sources,
        fmt::format(">\n      <failure message=\"expected {}, came {}\">{}</failure>\n"
                    "    </testcase>\n",
                    Escaped(first.expected), Escaped(first.came), Escaped(text)));
  }

 private:
  struct Suite {
    std::uint64_t tests = 0;
    std::uint64_t failures = 0;
    std::string cases;
  };

  void Add(const testkit::TestResult& result, const SourceMap& sources, std::string_view end) {
    const std::string& file = sources.file(result.test->span.file).path;
    const LineColumn at = sources.Locate(result.test->span.file, result.test->span.begin);
    Suite& suite = suites_[file];
    ++suite.tests;
    suite.failures += result.passed() ? 0 : 1;
    suite.cases += fmt::format(
        "    <testcase name=\"{}\" classname=\"{}\" file=\"{}\" line=\"{}\"{}",
        Escaped(testkit::TitleOf(*result.test)), Escaped(file), Escaped(file), at.line, end);
  }

  std::map<std::string, Suite> suites_;
  std::string messages_;
};

}  // namespace

std::unique_ptr<TestReport> MakeJunitTestReport() { return std::make_unique<JunitTestReport>(); }

}  // namespace lq::tool
