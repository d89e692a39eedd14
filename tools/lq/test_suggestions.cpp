#include "tools/lq/test_suggestions.h"

#include <filesystem>
#include <span>

#include <fmt/format.h>

#include "compiler/include/lq/compile.h"
#include "tools/lq/coverage_report.h"
#include "tools/lq/exit_status.h"
#include "tools/lq/output.h"
#include "tools/lq/report.h"
#include "tools/testkit/suggest/suggest.h"
#include "tools/testkit/suggest/suggested_test.h"
#include "tools/testkit/written_test.h"

namespace lq::tool {
namespace {

std::string Header(const testkit::Coverage& coverage) {
  return fmt::format("edition 2026\ntests for {}\n", coverage.program().policy);
}

// Whether the last so many tests of the file, as it would be with these at its end, pass.
std::vector<bool> Check(DiskFiles& files, const SuggestionBase& base,
                        const testkit::Coverage& coverage, std::span<const std::string> tests) {
  std::string text;
  std::string problem;
  if (!ReadFile(base.path, text, problem)) {
    text = Header(coverage);
  }
  for (const std::string& test : tests) {
    text += test;
  }
  files.Overlay(base.path, text);
  const std::unique_ptr<Compilation> compilation = Compile(files, base.path);
  std::vector<bool> passes(tests.size());
  if (compilation->tests == nullptr || compilation->tests->tests.size() < tests.size()) {
    return passes;
  }
  const std::vector<ir::Test>& all = compilation->tests->tests;
  testkit::TestRunner runner(*compilation->tests);
  for (std::size_t i = 0; i < tests.size(); ++i) {
    passes[i] = runner.Run(all[all.size() - tests.size() + i]).passed();
  }
  return passes;
}

// One that is no test keeps none of the others back.
std::vector<bool> CheckEach(DiskFiles& files, const SuggestionBase& base,
                            const testkit::Coverage& coverage,
                            const std::vector<std::string>& tests) {
  std::vector<bool> passes = Check(files, base, coverage, tests);
  for (std::size_t i = 0; i < tests.size(); ++i) {
    passes[i] = passes[i] || Check(files, base, coverage, std::span(tests).subspan(i, 1))[0];
  }
  return passes;
}

void SayWhatIsMissing(const testkit::Coverage& coverage, std::size_t suggested, bool ended_early) {
  constexpr std::size_t kMostShown = 40;
  std::string text;
  std::size_t missing = 0;
  std::size_t payloads = 0;
  const testkit::Inventory& inventory = coverage.inventory();
  for (testkit::ObjectiveId id = 0; id < inventory.objectives.size(); ++id) {
    const testkit::Objective& objective = inventory.objectives[id];
    if (objective.measure == testkit::Measure::kSource) {
      payloads += coverage.missing(id) ? 1 : 0;
    } else if (coverage.missing(id) && ++missing <= kMostShown) {
      text += fmt::format("   - {}: {}: {}\n", PlaceOf(coverage, objective),
                          inventory.statements[objective.statement].title, objective.text);
    }
  }
  if (missing > kMostShown) {
    text += fmt::format("   - and {} more\n", missing - kMostShown);
  }
  if (payloads > 0) {
    text += fmt::format("Payloads are not suggested: {} gap{} of sources stay.\n", payloads,
                        payloads == 1 ? "" : "s");
  }
  if (ended_early) {
    text += "The search ended early, since the policy is large: paste these, and ask again.\n";
  }
  Say(fmt::format("{} test{} suggested for {}{}\n{}", suggested, suggested == 1 ? "" : "s",
                  coverage.program().policy,
                  missing + payloads == 0 ? ": with them nothing is missing"
                  : missing == 0          ? ""
                                 : fmt::format("; no test was found for {} gap{}:", missing,
                                               missing == 1 ? "" : "s"),
                  text));
}

}  // namespace

int PrintSuggestions(DiskFiles& files, const SuggestionBase& base,
                     const testkit::Coverage& coverage, testkit::TestRunner& runner) {
  const testkit::Suggestions found = testkit::Suggest(coverage, base.givens, runner);
  std::vector<std::string> tests;
  for (const testkit::Suggestion& suggestion : found.tests) {
    runner.Decide(suggestion.given);
    const ir::Test test = testkit::SuggestedTest(coverage, suggestion, runner.last_decision());
    tests.push_back("\n" + testkit::WrittenTest(coverage.program(), base.fixtures, test));
  }
  const std::vector<bool> passes = CheckEach(files, base, coverage, tests);
  std::string text;
  testkit::Coverage reached = coverage;
  std::size_t suggested = 0;
  for (std::size_t i = 0; i < tests.size(); ++i) {
    if (passes[i]) {
      ++suggested;
      text += tests[i];
      runner.Decide(found.tests[i].given);
      reached.Take(runner.last_lead(), runner.last_inputs(), runner.last_decision());
    }
  }
  Output output;
  std::error_code error;
  const bool is_new = !std::filesystem::exists(base.path, error);
  const std::string header = is_new ? Header(coverage) : "";
  output.Write(text.empty() ? "" : fmt::format("# for {}\n{}{}", base.path, header, text));
  SayWhatIsMissing(reached, suggested, found.ended_early);
  return output.status();
}

}  // namespace lq::tool
