// Runs what the documentation shows; README.md tells how a page marks it.

#include <sstream>

#include "tests/docs/page.h"
#include "tests/support/golden/golden_runner.h"
#include "tests/support/process/run_command.h"

namespace {

namespace fs = std::filesystem;
using lq::test::PagePart;

const fs::path kRoot = LQ_SOURCE_DIR;

// Runs the commands of a console block and puts what they print behind each.
void RunConsole(const fs::path& folder, PagePart& part) {
  std::istringstream stream(part.text);
  std::string shown;
  for (std::string line; std::getline(stream, line);) {
    if (line.starts_with("$ ")) {
      const lq::test::CommandResult result =
          lq::test::RunCommand("exec 2>&1; " + line.substr(2), folder, LQ_TOOLS);
      shown += line + "\n" + result.out;
    }
  }
  part.text = shown;
}

// An excerpt stands in its file, word for word.
void CheckExcerpt(const std::string& name, PagePart& part) {
  if (lq::test::ReadWhole(kRoot / name).find(part.text) == std::string::npos) {
    part.text = "(this does not stand in " + name + ")\n";
  }
}

// Replaces what a diff takes away by what it adds; both sides have the lines that begin with a
// blank.
void ChangeFile(const fs::path& file, PagePart& part) {
  std::istringstream stream(part.text);
  std::string before;
  std::string after;
  for (std::string line; std::getline(stream, line);) {
    const std::string rest = line.empty() ? "\n" : line.substr(1) + "\n";
    before += line.starts_with("+") ? "" : rest;
    after += line.starts_with("-") ? "" : rest;
  }
  std::string text = lq::test::ReadWhole(file);
  const std::size_t at = text.find(before);
  if (before.empty() || at == std::string::npos || text.find(before, at + 1) != std::string::npos) {
    part.text = "(what this takes away does not stand once in " + file.filename().string() + ")\n";
    return;
  }
  lq::test::WriteWhole(file, text.replace(at, before.size(), after));
}

void RunPart(const lq::test::TemporaryFolder& folder, PagePart& part) {
  if (part.language == "console") {
    RunConsole(folder.path(), part);
  } else if (part.note.starts_with("change ")) {
    ChangeFile(folder.path() / part.note.substr(7), part);
  } else if (part.note.starts_with("file ")) {
    folder.Write(part.note.substr(5), part.text);
  } else if (part.note.starts_with("excerpt of ")) {
    CheckExcerpt(part.note.substr(11), part);
  } else if (part.language == "lq" && part.note != "not run") {
    part.text = "(say above this block what it is: a file, an excerpt of one, or not run)\n";
  }
}

// A page has a folder of its own, with the examples in it.
void RunPage(lq::test::CaseFile& page, const fs::path&) {
  const lq::test::TemporaryFolder folder;
  fs::copy(kRoot / "examples", folder.path() / "examples", fs::copy_options::recursive);
  std::vector<PagePart> parts = lq::test::ParsePage(page.comment);
  for (PagePart& part : parts) {
    RunPart(folder, part);
  }
  page.comment = lq::test::PrintPage(parts);
}

// The README and the pages of docs; those of docs/errors and docs/lint show mistakes and have
// tests of their own.
std::vector<fs::path> Pages() {
  std::vector<fs::path> pages = {kRoot / "README.md", kRoot / "CONTRIBUTING.md"};
  for (const fs::path& page : lq::test::FilesBelow(kRoot / "docs", ".md")) {
    const bool shows_mistakes =
        page.parent_path() == kRoot / "docs/errors" ||
        (page.parent_path() == kRoot / "docs/lint" && page.filename() != "README.md");
    if (!shows_mistakes) {
      pages.push_back(page);
    }
  }
  return pages;
}

}  // namespace

int main(int argc, char** argv) {
  lq::test::GoldenSuite suite;
  suite.name = "docs";
  suite.folder = kRoot;
  suite.files = Pages();
  suite.run = RunPage;
  return lq::test::RunGoldens(argc, argv, suite);
}
