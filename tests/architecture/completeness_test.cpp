#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>
#include <set>
#include <sstream>

#include "compiler/diag/diagnostic.h"
#include "compiler/lint/rule.h"
#include "compiler/syntax/nodes.h"
#include "stdlib/function.h"
#include "tests/architecture/offenders.h"
#include "tests/architecture/source_tree.h"
#include "tests/support/sections.h"

namespace lq::test {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = LQ_SOURCE_DIR;

// What the goldens expect, all of it: trees, messages, programs, decisions, the command line's
// output.
std::string ExpectedTexts(const fs::path& folder, const char* extension) {
  std::string all;
  for (const fs::path& path : FilesBelow(folder, extension)) {
    for (const Section& section : ParseCase(ReadWhole(path)).sections) {
      if (section.name == "expected" || section.name == "stdout" || section.name == "stderr") {
        all += section.text;
      }
    }
  }
  return all;
}

// "LQ0412" of each message that a golden shows.
std::set<std::string> ShownCodes() {
  const std::string all =
      ExpectedTexts(kRoot / "tests/language", ".lq") + ExpectedTexts(kRoot / "tests/cli", ".cli");
  const std::regex message(R"((?:error|warning) (LQ\d{4}):)");
  std::set<std::string> codes;
  for (std::sregex_iterator found(all.begin(), all.end(), message); found != std::sregex_iterator();
       ++found) {
    codes.insert((*found)[1]);
  }
  return codes;
}

TEST(Completeness, EveryMessageIsShownByAGolden) {
  const std::set<std::string> shown = ShownCodes();
  std::vector<std::string> offenders;
  for (const DiagnosticInfo& info : AllDiagnostics()) {
    if (shown.count(CodeText(info.kind)) == 0) {
      offenders.push_back(fmt::format("{} {}: {}", CodeText(info.kind), info.name, info.summary));
    }
  }
  ExpectNone(offenders, "add a golden below tests/language or tests/cli that shows it");
}

TEST(Completeness, EveryMessageHasItsPage) {
  std::vector<std::string> offenders;
  for (const DiagnosticInfo& info : AllDiagnostics()) {
    const std::string page = "docs/errors/" + CodeText(info.kind) + ".md";
    if (!fs::exists(kRoot / page)) {
      offenders.push_back(fmt::format("{} ({})", page, info.summary));
    }
  }
  ExpectNone(offenders,
             "write the page: what it means, an example that is wrong, the mended example");
}

TEST(Completeness, EveryPageHasItsMessage) {
  std::set<std::string> codes;
  for (const DiagnosticInfo& info : AllDiagnostics()) {
    codes.insert(CodeText(info.kind));
  }
  std::vector<std::string> offenders;
  for (const fs::path& page : FilesBelow(kRoot / "docs/errors", ".md")) {
    const std::string code = page.stem().string();
    if (codes.count(code) == 0) {
      offenders.push_back("docs/errors/" + code + ".md");
    } else if (ReadWhole(page).find(code) == std::string::npos) {
      offenders.push_back("docs/errors/" + code + ".md does not name its own code");
    }
  }
  ExpectNone(offenders, "compiler/diag/kinds.def has no such row: rename or remove the page");
}

TEST(Completeness, EveryLintRuleHasAGolden) {
  std::vector<std::string> offenders;
  for (const lint::Rule& rule : lint::AllRules()) {
    const fs::path folder = kRoot / "tests/language/lint" / rule.name;
    const std::string shown = fs::exists(folder) ? ExpectedTexts(folder, ".lq") : std::string();
    if (shown.find(" " + CodeText(rule.code) + ":") == std::string::npos) {
      offenders.push_back(fmt::format("tests/language/lint/{}", rule.name));
    }
  }
  ExpectNone(offenders, "add a golden to this folder in which the rule finds something");
}

TEST(Completeness, EveryLintRuleHasItsPage) {
  std::vector<std::string> offenders;
  for (const lint::Rule& rule : lint::AllRules()) {
    const fs::path page = kRoot / "docs/lint" / (std::string(rule.name) + ".md");
    const std::string title = fmt::format("# {} ({})\n", rule.name, CodeText(rule.code));
    if (!fs::exists(page) || !ReadWhole(page).starts_with(title)) {
      offenders.push_back(fmt::format("docs/lint/{}.md", rule.name));
    }
  }
  for (const fs::path& page : FilesBelow(kRoot / "docs/lint", ".md")) {
    const std::string name = page.stem().string();
    if (name != "README" && lint::FindRule(name) == nullptr) {
      offenders.push_back("docs/lint/" + name + ".md has no rule");
    }
  }
  ExpectNone(offenders, "write the page; its title is `# rule (LQcode)`");
}

TEST(Completeness, CodesAreUnique) {
  std::set<int> seen;
  std::vector<std::string> offenders;
  for (const DiagnosticInfo& info : AllDiagnostics()) {
    if (!seen.insert(info.code).second) {
      offenders.push_back(fmt::format("{} {}", CodeText(info.kind), info.name));
    }
  }
  for (const lint::Rule& rule : lint::AllRules()) {
    if (rule.code < 2000 || !seen.insert(rule.code).second) {
      offenders.push_back(fmt::format("{} {}", rule.code, rule.name));
    }
  }
  ExpectNone(offenders,
             "give it a number of its own in compiler/diag/kinds.def or compiler/lint/rules.def");
}

// The words that begin a line of a tree in the parse goldens.
std::set<std::string> ShownNodes() {
  std::istringstream lines(ExpectedTexts(kRoot / "tests/language/parse", ".lq"));
  std::set<std::string> words;
  for (std::string line; std::getline(lines, line);) {
    std::istringstream stream(line);
    std::string word;
    stream >> word;
    words.insert(word);
  }
  return words;
}

TEST(Completeness, EveryNodeIsShownByAParseGolden) {
  const std::set<std::string> shown = ShownNodes();
  std::vector<std::string_view> nodes = syntax::AllStatementWords();
  const std::vector<std::string_view> expressions = syntax::AllExpressionWords();
  nodes.insert(nodes.end(), expressions.begin(), expressions.end());
  std::vector<std::string> offenders;
  for (const std::string_view node : nodes) {
    if (shown.count(std::string(node)) == 0) {
      offenders.emplace_back(node);
    }
  }
  ExpectNone(offenders, "add a golden below tests/language/parse whose tree has this node");
}

// An index that names each page of its folder.
TEST(Completeness, EveryDecisionIsInTheIndex) {
  const std::string index = ReadWhole(kRoot / "docs/decisions/README.md");
  std::vector<std::string> offenders;
  for (const fs::path& page : FilesBelow(kRoot / "docs/decisions", ".md")) {
    const std::string name = page.filename().string();
    if (name != "README.md" && index.find("(" + name + ")") == std::string::npos) {
      offenders.push_back("docs/decisions/" + name);
    }
  }
  ExpectNone(offenders, "add its line to docs/decisions/README.md");
}

TEST(Completeness, EveryVerbHasAGolden) {
  const std::string table = ReadWhole(kRoot / "tools/lq/verbs.cpp");
  const std::regex row("Verb\\{\"([a-z]+)\"");
  std::vector<std::string> offenders;
  std::size_t verbs = 0;
  for (std::sregex_iterator found(table.begin(), table.end(), row); found != std::sregex_iterator();
       ++found) {
    const std::string folder = "tests/cli/" + (*found)[1].str();
    ++verbs;
    if (FilesBelow(kRoot / folder, ".cli").empty()) {
      offenders.push_back(folder);
    }
  }
  EXPECT_GT(verbs, 0U);
  ExpectNone(offenders, "add a case that runs the verb");
}

// A call as a policy writes it: `prefix(`, or `length of`.
TEST(Completeness, EveryStandardFunctionIsCalledByAGolden) {
  std::string units;
  for (const fs::path& path : FilesBelow(kRoot / "tests/language", ".lq")) {
    units += ReadWhole(path);
  }
  std::vector<std::string> offenders;
  for (const stdlib::Function& function : stdlib::AllFunctions()) {
    const std::string name(function.name);
    if (units.find(name + "(") == std::string::npos &&
        units.find(name + " of ") == std::string::npos) {
      offenders.push_back(name);
    }
  }
  ExpectNone(offenders, "add a golden below tests/language/decide that calls it");
}

}  // namespace
}  // namespace lq::test
