// Every package below `examples` is checked, and what it decides is compared with its
// expected.jsonl:
//
//   examples_goldens [--update]

#include "tests/support/golden/golden_runner.h"
#include "tests/support/process/run_command.h"

namespace {

namespace fs = std::filesystem;
using lq::test::CaseFile;

const fs::path kExamples = LQ_SOURCE_DIR "/examples";

// Runs the example in a copy of its folder, so that nothing is found by way of the repository.
std::string Decide(const fs::path& example) {
  const lq::test::TemporaryFolder folder;
  fs::copy(example, folder.path(), fs::copy_options::recursive);
  const std::string command =
      "lq check . || exit\n"
      "policy=$(grep -l '^policy ' *.lq)\n"
      "test ! -f leads.jsonl || lq decide $policy --leads leads.jsonl --as-of 2026-08-01\n";
  const lq::test::CommandResult result = lq::test::RunCommand(command, folder.path(), LQ_TOOLS);
  return result.status == 0 ? result.out : result.out + result.err;
}

// One file an example, whether it is there or not.
std::vector<fs::path> ExpectedFiles() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(kExamples)) {
    if (entry.is_directory()) {
      files.push_back(entry.path() / "expected.jsonl");
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
    expected.comment = Decide(path.parent_path());
  };
  return lq::test::RunGoldens(argc, argv, suite);
}
