#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "compiler/base/source.h"
#include "tools/testkit/test_runner.h"
#include "tools/testkit/test_text.h"

namespace lq::tool {

// How the results of tests are printed, one format a file: test_human.cpp, test_json.cpp …
class TestReport {
 public:
  virtual ~TestReport() = default;

  // `runner` decided the test last, when it failed.
  void Take(const testkit::TestResult& result, const SourceMap& sources,
            testkit::TestRunner& runner);
  void Skip() { ++skipped_; }
  // Messages about the files that make the run a failure, beside what the tests say. For people
  // they are printed elsewhere.
  virtual void TakeMessages(const std::string& messages) { static_cast<void>(messages); }
  // Prints what is still to be printed. The status of the output.
  virtual int Finish() = 0;

  std::uint64_t failed() const { return failed_; }
  std::uint64_t skipped() const { return skipped_; }
  std::uint64_t all() const { return passed_ + failed_; }

 protected:
  virtual void Passed(const testkit::TestResult& result, const SourceMap& sources) = 0;
  virtual void Failed(const testkit::TestResult& result, const SourceMap& sources,
                      testkit::TestRunner& runner) = 0;

  std::uint64_t passed() const { return passed_; }

 private:
  std::uint64_t passed_ = 0;
  std::uint64_t failed_ = 0;
  std::uint64_t skipped_ = 0;
};

// "human", "json", "junit" or "github". `on_output`: what people read goes to standard output, not
// to standard error.
std::unique_ptr<TestReport> MakeTestReport(const std::string& format, bool on_output);

std::unique_ptr<TestReport> MakeHumanTestReport(bool on_output);
std::unique_ptr<TestReport> MakeJsonTestReport();
std::unique_ptr<TestReport> MakeJunitTestReport();
std::unique_ptr<TestReport> MakeGithubTestReport();

}  // namespace lq::tool
