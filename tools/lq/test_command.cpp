#include "tools/lq/test_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <thread>

#include "compiler/include/lq/compile.h"
#include "tools/lq/command_line.h"
#include "tools/lq/disk_files.h"
#include "tools/lq/exit_status.h"
#include "tools/lq/findings.h"
#include "tools/lq/output.h"
#include "tools/lq/report.h"
#include "tools/lq/test_coverage.h"
#include "tools/lq/test_report.h"
#include "tools/lq/test_threads.h"
#include "tools/lq/test_toggles.h"
#include "tools/lq/test_watch.h"
#include "tools/lq/unit_paths.h"

namespace lq::tool {
namespace {

struct TestOptions {
  std::vector<std::string> paths;
  std::vector<std::string> library_folders;
  std::string pattern;
  std::string format;
  CoverageOptions coverage;
  std::string stdin_path;
  std::vector<std::string> toggles;
  unsigned threads = 1;
  unsigned leads = 10'000;
  unsigned seed = 1;
  bool watch = false;
};

bool IsStandardInput(const TestOptions& options) {
  return options.paths == std::vector<std::string>{"-"};
}

class TestCommand {
 public:
  explicit TestCommand(const TestOptions& options)
      : options_(options),
        files_(options.library_folders),
        findings_("checked", options.format == "github" ? "github" : "human",
                  options.format == "human" && ColorOnMessages()),
        report_(MakeTestReport(options.format, !options.coverage.suggest)),
        coverage_(options.coverage) {
    run_options_.property = {options.seed, options.leads};
  }

  int Run() {
    if (!coverage_.ReadOptions() || !toggles_.Read(options_.toggles)) {
      return kUsage;
    }
    run_options_.toggles = toggles_.states();
    std::vector<std::string> units;
    const bool all_listed = List(units);
    for (const std::string& unit : units) {
      RunFile(unit);
    }
    PrintFindings();
    if (!toggles_.ReportUnknown()) {
      return kUsage;
    }
    const bool silent = all_listed && !unreadable_ && !has_finding_ && !findings_.has_findings();
    if (report_->all() == 0 && silent && !options_.coverage.any()) {
      ReportNothing();
      return kUsage;
    }
    if (findings_.status() != kFine || has_finding_) {
      report_->TakeMessages(findings_.Print());
    }
    const int written = report_->Finish();
    if (!all_listed || unreadable_ || written != kFine) {
      return kUsage;
    }
    const bool failed = report_->failed() > 0 || has_finding_;
    return std::max(
        {findings_.status(), failed ? static_cast<int>(kFindings) : kFine,
         coverage_.Finish(files_, options_.format == "human" && !options_.coverage.suggest)});
  }

 private:
  // As annotations beside the lines, or for people.
  void PrintFindings() const {
    if (options_.format == "github") {
      Output().Write(findings_.Print());
    } else {
      Say(findings_.Print());
    }
  }

  // `-` stands for the file of `--stdin-filepath`.
  bool List(std::vector<std::string>& units) {
    if (!IsStandardInput(options_)) {
      return ListUnits(options_.paths, units);
    }
    units = {"-"};
    const bool good = OpenUnit(files_, options_.stdin_path, units.front());
    if (!good) {
      units.clear();
    }
    return good;
  }

  void ReportNothing() const {
    if (report_->skipped() > 0) {
      Report(DiagnosticKind::kCommandUsage,
             fmt::format("no test has `{}` in its title", options_.pattern),
             "write a part of a title as it stands in the file");
    } else {
      Report(DiagnosticKind::kNoTests, "there is no test",
             "write tests into a file that begins with `tests for POLICY`");
    }
  }

  // What makes tests less than they seem; other warnings are for `lq check`.
  static bool IsFinding(const Diagnostic& report) {
    return report.kind == DiagnosticKind::kFocusedTest || report.kind == DiagnosticKind::kNoTests;
  }

  // A policy brings the tests of its package with it.
  void RunFile(const std::string& path) {
    if (!done_.insert(FileIdentity(path)).second) {
      return;
    }
    std::string text;
    std::string problem;
    if (!files_.Read(path, text, problem)) {
      ReportUnreadable(path, problem);
      unreadable_ = true;
      return;
    }
    const std::shared_ptr<const Compilation> compilation = Compile(files_, path);
    findings_.Take(compilation->diagnostics, compilation->sources, 1);
    const auto& reports = compilation->diagnostics.all();
    has_finding_ = has_finding_ || std::any_of(reports.begin(), reports.end(), IsFinding);
    if (compilation->tests == nullptr) {
      return;
    }
    if (options_.coverage.any()) {
      coverage_.Open(path, compilation);
    }
    RunSuite(*compilation);
    if (compilation->program != nullptr) {
      for (const std::string& tests : TestFilesOf(files_, path, compilation->program->policy)) {
        RunFile(tests);
      }
    }
  }

  void RunSuite(const Compilation& compilation) {
    const ir::TestSuite& suite = *compilation.tests;
    const bool focused = std::any_of(suite.tests.begin(), suite.tests.end(),
                                     [](const ir::Test& test) { return test.only; });
    std::vector<const ir::Test*> tests;
    for (const ir::Test& test : suite.tests) {
      const bool chosen = testkit::TitleOf(test).find(options_.pattern) != std::string::npos;
      if (chosen && (test.only || !focused)) {
        tests.push_back(&test);
      } else {
        report_->Skip();
      }
    }
    toggles_.Take(*suite.program);
    testkit::TestRunner runner(suite, run_options_);
    if (options_.coverage.any()) {
      coverage_.Watch(runner);
    }
    for (const testkit::TestResult& result :
         RunTests(suite, tests, run_options_, options_.threads)) {
      TakeResult(result, compilation, runner);
    }
  }

  // A test that failed is decided again to be explained, one that counts to be observed.
  void TakeResult(const testkit::TestResult& result, const Compilation& compilation,
                  testkit::TestRunner& runner) {
    const bool counts = options_.coverage.any() && result.test->property == nullptr;
    if (counts || !result.passed()) {
      runner.Repeat(result);
    }
    report_->Take(result, compilation.sources, runner);
    if (counts && result.decided) {
      coverage_.Take(*result.test, runner);
    }
  }

  const TestOptions& options_;
  DiskFiles files_;
  Findings findings_;
  std::unique_ptr<TestReport> report_;
  TestCoverage coverage_;
  testkit::RunOptions run_options_;
  TestToggles toggles_;
  std::set<std::string> done_;
  bool unreadable_ = false;
  bool has_finding_ = false;
};

}  // namespace

int RunTest(const std::vector<std::string>& words) {
  TestOptions options;
  options.threads = std::max(1U, std::thread::hardware_concurrency());
  CommandLine line("test");
  line.Paths(options.paths, "policies with all their tests, files of tests, and folders of both");
  line.Option("--run", "TEXT", options.pattern, "only tests whose title holds this text");
  line.Flag("--coverage", options.coverage.show, "show what the tests reached, rule by rule");
  line.Option("--coverage-out", "DIR", options.coverage.folder,
              "write coverage.html, lcov.info, cobertura.xml and coverage.json there");
  line.Option("--require", "LIST", options.coverage.gates,
              "fail below these percentages: rule=100,mcdc=95,three-per-rule");
  line.Flag("--suggest", options.coverage.suggest,
            "print tests, ready to paste, that reach what no test reaches");
  line.Options("--toggle", "STATE", options.toggles,
               "a toggle's state where a test says none, `NAME=on` or `NAME=off`; repeatable");
  line.Count("--seed", options.seed, 1'000'000'000,
             "which random leads properties are tried with; default: 1");
  line.Count("--leads", options.leads, 1'000'000'000,
             "how many random leads a property is tried with; default: 10000");
  line.Count("--threads", options.threads, 256,
             "how many tests to run at once; default: one a core");
  line.Flag("--watch", options.watch, "run again whenever a file of the packages changes");
  line.Option("--stdin-filepath", "PATH", options.stdin_path, "the file that `-` stands for");
  line.LibraryPath(options.library_folders);
  line.Format(options.format, {"human", "json", "junit", "github"});
  if (const auto status = line.Read(words)) {
    return *status;
  }
  if (options.coverage.any() && !options.pattern.empty()) {
    Report(DiagnosticKind::kCommandUsage,
           "`--run` leaves tests out, and coverage is what all of them reach",
           "leave `--run` away, or what is asked about coverage");
    return kUsage;
  }
  if (!options.watch) {
    return TestCommand(options).Run();
  }
  if (IsStandardInput(options)) {
    Report(DiagnosticKind::kCommandUsage, "`--watch` cannot see when standard input changes",
           "name the file instead of `-`");
    return kUsage;
  }
  return RunAtEveryChange(options.paths, options.library_folders,
                          [&] { TestCommand(options).Run(); });
}

}  // namespace lq::tool
