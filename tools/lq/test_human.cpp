#include <fmt/format.h>

#include "tools/lq/output.h"
#include "tools/lq/report.h"
#include "tools/lq/tally.h"
#include "tools/lq/test_report.h"

namespace lq::tool {
namespace {

// Failures as they come, then one line that counts.
class HumanTestReport : public TestReport {
 public:
  explicit HumanTestReport(bool on_output) : on_output_(on_output) {}

  int Finish() override {
    if (all() == 0) {
      return output_.status();
    }
    Write(fmt::format("{}: {} passed, {} failed{}\n", Count(all()), Grouped(passed()),
                      Grouped(failed()),
                      skipped() == 0 ? "" : fmt::format(", {} left out", skipped())));
    return output_.status();
  }

 protected:
  void Passed(const testkit::TestResult&, const SourceMap&) override {}
  void Failed(const testkit::TestResult& result, const SourceMap& sources,
              testkit::TestRunner& runner) override {
    const bool color = on_output_ ? ColorOnOutput() : ColorOnMessages();
    Write(testkit::FailureText(result, sources, runner, color) + "\n");
  }

 private:
  static std::string Count(std::uint64_t tests) {
    return fmt::format("{} test{}", Grouped(tests), tests == 1 ? "" : "s");
  }

  void Write(const std::string& text) {
    if (on_output_) {
      output_.Write(text);
    } else {
      Say(text);
    }
  }

  bool on_output_;
  Output output_;
};

}  // namespace

std::unique_ptr<TestReport> MakeHumanTestReport(bool on_output) {
  return std::make_unique<HumanTestReport>(on_output);
}

}  // namespace lq::tool
