// Runs the built lq as a person would; README.md tells the format of a case.

#include "tests/support/golden/golden_runner.h"
#include "tests/support/process/run_command.h"

namespace {

namespace fs = std::filesystem;
using lq::test::CaseFile;
using lq::test::Section;

const fs::path kCases = LQ_SOURCE_DIR "/tests/cli";

bool IsResult(const std::string& name) {
  return name == "stdout" || name == "stderr" || name == "status";
}

// `use hello`: the files of tests/cli/packages/hello, or of examples/hello.
void CopyPackage(const std::string& name, const fs::path& folder) {
  const fs::path own = kCases / "packages" / name;
  const fs::path from = fs::exists(own) ? own : fs::path(LQ_SOURCE_DIR) / "examples" / name;
  fs::copy(from, folder, fs::copy_options::recursive);
}

// An empty result needs no section.
void SetResult(CaseFile& golden, const std::string& name, const std::string& text) {
  if (!text.empty() || golden.Find(name) != nullptr) {
    golden.Set(name, text);
  }
}

void RunCase(CaseFile& golden, const fs::path&) {
  const lq::test::TemporaryFolder folder;
  std::string command;
  for (const Section& section : golden.sections) {
    if (section.name.starts_with("use ")) {
      CopyPackage(section.name.substr(4), folder.path());
    } else if (section.name == "command") {
      command = section.text;
    } else if (!IsResult(section.name)) {
      folder.Write(section.name, section.text);
    }
  }
  const lq::test::CommandResult result = lq::test::RunCommand(command, folder.path(), LQ_TOOLS);
  SetResult(golden, "stdout", result.out);
  SetResult(golden, "stderr", result.err);
  golden.Set("status", std::to_string(result.status) + "\n");
}

}  // namespace

int main(int argc, char** argv) {
  lq::test::GoldenSuite suite;
  suite.name = "golden_cli";
  suite.folder = kCases;
  suite.files = lq::test::FilesBelow(suite.folder, ".cli");
  suite.run = RunCase;
  return lq::test::RunGoldens(argc, argv, suite);
}
