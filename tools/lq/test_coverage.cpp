#include "tools/lq/test_coverage.h"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "tools/lq/coverage_report.h"
#include "tools/lq/exit_status.h"
#include "tools/lq/output.h"
#include "tools/lq/replace_file.h"
#include "tools/lq/report.h"
#include "tools/testkit/suggest/suggest.h"

namespace lq::tool {
namespace {

void ReportGate(const testkit::Coverage& coverage, const testkit::Gate& gate,
                const testkit::Tally& tally) {
  std::vector<std::string> missing;
  const testkit::Inventory& inventory = coverage.inventory();
  for (testkit::ObjectiveId id = 0; id < inventory.objectives.size(); ++id) {
    const testkit::Objective& objective = inventory.objectives[id];
    if (objective.measure == gate.measure && coverage.missing(id)) {
      missing.push_back(fmt::format("{}: {}: no test in which {}", PlaceOf(coverage, objective),
                                    inventory.statements[objective.statement].title,
                                    objective.text));
    }
  }
  Report(DiagnosticKind::kCoverageGate,
         fmt::format("the tests of `{}` reach {}% of what `{}` counts ({} of {}), and {}% is asked "
                     "for",
                     coverage.program().policy, tally.percent(), testkit::MeasureName(gate.measure),
                     tally.reached, tally.all, gate.percent),
         gate.measure == testkit::Measure::kSource
             ? "write tests that give such payloads"
             : "write tests for these, or let `lq test --suggest` write them",
         missing);
}

}  // namespace

bool TestCoverage::ReadOptions() {
  std::string problem;
  std::string help;
  if (options_.gates.empty() || testkit::ReadGates(options_.gates, gates_, problem, help)) {
    return true;
  }
  Report(DiagnosticKind::kCommandUsage, "`--require`: " + problem, help);
  return false;
}

void TestCoverage::Open(const std::string& path, std::shared_ptr<const Compilation> compilation) {
  const ir::TestSuite& suite = *compilation->tests;
  const FileId file = suite.program->outcomes.front().span.file;
  const std::string identity = FileIdentity(compilation->sources.file(file).path);
  const auto known = std::find_if(entries_.begin(), entries_.end(),
                                  [&](const Entry& entry) { return entry.identity == identity; });
  current_ = static_cast<std::size_t>(known - entries_.begin());
  if (known == entries_.end()) {
    Entry& entry = entries_.emplace_back();
    entry.coverage = std::make_unique<testkit::Coverage>(suite.program, compilation->sources);
    entry.runner = std::make_unique<testkit::TestRunner>(suite);
    entry.identity = identity;
    const std::filesystem::path beside = std::filesystem::path(path).parent_path();
    entry.base.path = (beside / (suite.program->policy + ".test.lq")).string();
    entry.base.fixtures = suite.fixtures;
  }
  Entry& entry = entries_[current_];
  // A file of tests has no program of its own.
  if (compilation->program == nullptr && !entry.has_tests_file) {
    entry.has_tests_file = true;
    entry.base.path = path;
    entry.base.fixtures = suite.fixtures;
  }
  entry.compilations.push_back(std::move(compilation));
}

void TestCoverage::Watch(testkit::TestRunner& runner) {
  const std::size_t entry = current_;
  const SourceMap& sources = entries_[entry].compilations.back()->sources;
  runner.WatchPayloads([this, entry, &sources](const ir::GivenPayload& payload, LeadMapper& mapper,
                                               const Lead& lead) {
    entries_[entry].coverage->TakePayload(*payload.source, sources, mapper.Origins(), lead);
  });
}

void TestCoverage::Take(const ir::Test& test, const testkit::TestRunner& runner) {
  Entry& entry = entries_[current_];
  if (runner.last_lead().errors.empty()) {
    entry.coverage->Take(runner.last_lead(), runner.last_inputs(), runner.last_decision());
    if (!test.given.payload && !test.given.lead) {
      entry.base.givens.push_back(test.given);
    }
  }
}

void TestCoverage::Print(bool on_output) const {
  Output output;
  for (const Entry& entry : entries_) {
    const bool color = on_output ? ColorOnOutput() : ColorOnMessages();
    const std::string table = CoverageTable(*entry.coverage, color) + '\n';
    if (on_output) {
      output.Write(table);
    } else {
      Say(table);
    }
  }
}

int TestCoverage::WriteFiles() const {
  Coverages coverages;
  for (const Entry& entry : entries_) {
    coverages.push_back(entry.coverage.get());
  }
  std::error_code error;
  std::filesystem::create_directories(options_.folder, error);
  const std::vector<std::pair<std::string, std::string>> files = {
      {"coverage.html", CoverageHtml(coverages)},
      {"lcov.info", CoverageLcov(coverages)},
      {"cobertura.xml", CoverageCobertura(coverages)},
      {"coverage.json", CoverageJson(coverages)}};
  for (const auto& [name, text] : files) {
    const std::string path = (std::filesystem::path(options_.folder) / name).string();
    std::string problem;
    const bool written = PutFile(path, text, problem);
    if (!written) {
      Report(DiagnosticKind::kOutputFailed,
             fmt::format("`{}` cannot be written: {}", path, problem),
             "name a folder that you may write to");
      return kUsage;
    }
  }
  return kFine;
}

bool TestCoverage::MeetsGates(const testkit::Coverage& coverage) const {
  const testkit::Tallies tallies = coverage.Count();
  bool met = true;
  for (const testkit::Gate& gate : gates_) {
    const testkit::Tally& tally = tallies.all[static_cast<std::size_t>(gate.measure)];
    const bool no_payload = gate.measure == testkit::Measure::kSource && tally.all == 0;
    if (no_payload) {
      met = false;
      Report(DiagnosticKind::kCoverageGate,
             fmt::format("no test of `{}` gives a payload, so nothing of a source is reached",
                         coverage.program().policy),
             "write a test with `given payload FILE by SOURCE`");
    } else if (tally.reached * 100 < gate.percent * tally.all) {
      met = false;
      ReportGate(coverage, gate, tally);
    }
  }
  return met;
}

int TestCoverage::Finish(DiskFiles& files, bool on_output) {
  for (const Entry& entry : entries_) {
    testkit::MarkImpossible(*entry.coverage, entry.base.givens, *entry.runner);
  }
  if (options_.show) {
    Print(on_output);
  }
  int status = options_.folder.empty() ? static_cast<int>(kFine) : WriteFiles();
  for (const Entry& entry : entries_) {
    if (!MeetsGates(*entry.coverage)) {
      status = std::max(status, static_cast<int>(kFindings));
    }
    if (options_.suggest) {
      status =
          std::max(status, PrintSuggestions(files, entry.base, *entry.coverage, *entry.runner));
    }
  }
  return status;
}

}  // namespace lq::tool
