// Every package below `examples` is checked, laid out, without advice, and passes its tests; what
// it decides is compared with its expected.jsonl, and what its sources make of a payload with the
// .expected.txt beside the payload:
//
//   examples_goldens [--update]

#include <gtest/gtest.h>

#include "tests/support/golden/golden_runner.h"
#include "tests/support/process/run_command.h"

namespace {

namespace fs = std::filesystem;
using lq::test::CaseFile;

// What the tests of every package must reach.
const std::string kGates = "rule=100,condition=100,mcdc=95,three-per-rule";

const fs::path kExamples = LQ_SOURCE_DIR "/examples";

// Runs the example in a copy of its folder, so that nothing is found by way of the repository.
std::string Decide(const fs::path& example) {
  const lq::test::TemporaryFolder folder;
  fs::copy(example, folder.path(), fs::copy_options::recursive);
  const std::string command =
      "lq check . && lq fmt --check . >&2 || exit\n"
      "test -z \"$(ls *.test.lq 2>/dev/null)\" || lq test . --require " +
      kGates +
      " >&2 || exit\n"
      "test -z \"$(lq lint . --today 2026-08-01 --format json | grep rule)\" || exit 3\n"
      "policy=$(grep -l '^policy ' *.lq)\n"
      "if test -f leads.jsonl; then lq decide $policy --leads leads.jsonl --as-of 2026-08-01\n"
      "else lq decide $policy --source source.lq --leads leads.csv --as-of 2026-08-01; fi\n";
  const lq::test::CommandResult result = lq::test::RunCommand(command, folder.path(), LQ_TOOLS);
  EXPECT_EQ(result.status, 0) << result.err;
  return result.out;
}

// A payload is read by the source that bears its name, or its name up to a `_`.
fs::path SourceOf(const fs::path& example, std::string name) {
  while (!fs::exists(example / (name + ".lq")) && name.find('_') != std::string::npos) {
    name.resize(name.rfind('_'));
  }
  return name + ".lq";
}

// `expected`: payloads/NAME.json.expected.txt
std::string Map(const fs::path& expected) {
  const fs::path payload = expected.parent_path() / expected.stem().stem();
  const fs::path example = expected.parent_path().parent_path();
  const std::string command = "lq map " + SourceOf(example, payload.stem().string()).string() +
                              " --payload payloads/" + payload.filename().string();
  const lq::test::CommandResult result = lq::test::RunCommand(command, example, LQ_TOOLS);
  EXPECT_EQ(result.status, 0) << result.err;
  return result.out;
}

bool DecidesLeads(const fs::path& example) {
  return fs::exists(example / "leads.jsonl") || fs::exists(example / "leads.csv");
}

// One file an example and one a payload, whether they are there or not.
std::vector<fs::path> ExpectedFiles() {
  std::vector<fs::path> files;
  for (const auto& example : fs::directory_iterator(kExamples)) {
    if (DecidesLeads(example.path())) {
      files.push_back(example.path() / "expected.jsonl");
    }
    if (!fs::is_directory(example.path() / "payloads")) {
      continue;
    }
    for (const auto& payload : fs::directory_iterator(example.path() / "payloads")) {
      if (!payload.path().filename().string().ends_with(".expected.txt")) {
        files.push_back(payload.path().string() + ".expected.txt");
      }
    }
  }
  return files;
}

}  // namespace

int main(int argc, char** argv) {
  lq::test::GoldenSuite suite;
  suite.name = "examples";
  suite.folder = kExamples;
  suite.files = ExpectedFiles();
  suite.run = [](CaseFile& expected, const fs::path& path) {
    expected.comment = path.filename() == "expected.jsonl" ? Decide(path.parent_path()) : Map(path);
  };
  return lq::test::RunGoldens(argc, argv, suite);
}
