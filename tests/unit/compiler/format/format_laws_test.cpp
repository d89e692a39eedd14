#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "compiler/include/lq/format.h"
#include "compiler/parse/parse.h"
#include "compiler/syntax/nodes.h"
#include "tests/support/format/format_laws.h"
#include "tests/support/format/mess.h"
#include "tests/support/sections.h"

namespace lq::test {
namespace {

namespace fs = std::filesystem;

std::string Read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

const fs::path kSource = LQ_SOURCE_DIR;

using Units = std::map<std::string, std::string>;

// Every unit of the goldens below a folder, by file and section.
Units GoldenUnits(const fs::path& folder = kSource / "tests/language") {
  Units units;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".lq")
      continue;
    const CaseFile golden = ParseCase(Read(entry.path()));
    for (const Section& section : golden.sections) {
      if (section.name.ends_with(".lq"))
        units[entry.path().string() + " " + section.name] = section.text;
    }
  }
  return units;
}

// The files below a folder.
Units UnitsBelow(const fs::path& folder) {
  Units units;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".lq")
      units[entry.path().string()] = Read(entry.path());
  }
  return units;
}

bool IsGood(const std::string& text) {
  SourceMap sources;
  Diagnostics diagnostics;
  Parse(sources, sources.Add("unit.lq", text), diagnostics);
  return !diagnostics.has_errors();
}

TEST(FormatLaws, HoldForEveryGoldenUnit) {
  std::size_t good = 0;
  for (const auto& [name, text] : GoldenUnits()) {
    EXPECT_EQ(BrokenFormatLaw(text), "") << name;
    good += IsGood(text) ? 1 : 0;
  }
  EXPECT_GT(good, 300U);
}

TEST(FormatLaws, HoldWithWhiteSpaceAndCommentsThrownIn) {
  for (const auto& [name, text] : GoldenUnits()) {
    if (!IsGood(text))
      continue;
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
      const std::string messed = Mess(text, seed);
      ASSERT_EQ(BrokenFormatLaw(messed), "") << name << ", seed " << seed << "\n" << messed;
    }
  }
}

TEST(FormatLaws, HoldForWhatIsNearlyAGoldenUnit) {
  std::size_t good = 0;
  for (const auto& [name, text] : GoldenUnits()) {
    for (std::uint64_t seed = 1; IsGood(text) && seed <= 15; ++seed) {
      const std::string shaken = Shaken(text, seed);
      ASSERT_EQ(BrokenFormatLaw(shaken), "") << name << ", seed " << seed << "\n" << shaken;
      good += IsGood(shaken) ? 1 : 0;
    }
  }
  EXPECT_GT(good, 200U);
}

TEST(FormatGoldens, ShowEveryStatement) {
  std::map<std::string_view, std::size_t> seen;
  for (const auto& [name, text] : GoldenUnits(kSource / "tests/language/format")) {
    SourceMap sources;
    Diagnostics diagnostics;
    const syntax::Unit unit = Parse(sources, sources.Add("unit.lq", text), diagnostics);
    if (diagnostics.has_errors())
      continue;
    for (const syntax::Statement& statement : unit.statements)
      ++seen[syntax::NodeWord(statement)];
  }
  for (const std::string_view word : syntax::AllStatementWords())
    EXPECT_GT(seen[word], 0U) << "add a golden below tests/language/format with this: " << word;
}

TEST(Formatted, AreTheExamplesAndTheStandardLibraries) {
  for (const char* folder : {"examples", "stdlib/library"}) {
    for (const auto& [name, text] : UnitsBelow(kSource / folder))
      EXPECT_EQ(FormatFile(name, text).text, text) << "run lq fmt " << name;
  }
}

}  // namespace
}  // namespace lq::test
