#include <gtest/gtest.h>

#include <filesystem>
#include <regex>
#include <set>

#include "compiler/diag/diagnostic.h"
#include "tests/error_pages/example_package.h"
#include "tests/support/process/run_command.h"
#include "tests/support/sections.h"

namespace lq::test {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = LQ_SOURCE_DIR;

struct Outcome {
  std::string printed;
  // "LQ0412" of each message; advice of lint (LQ2xxx) is not counted.
  std::set<std::string> codes;
  // Of the last command.
  int status = 0;
};

Outcome Run(const std::vector<PageBlock>& blocks) {
  const ExamplePackage package = PackageOf(blocks, kRoot / "tests/error_pages/context");
  const TemporaryFolder folder;
  for (const auto& [name, text] : package.files) {
    folder.Write(name, text);
  }
  Outcome outcome;
  const CommandResult result =
      RunCommand("exec 2>&1\n" + package.command, folder.path(), fs::path(LQ_TOOLS));
  outcome.printed = result.out;
  outcome.status = result.status;
  static const std::regex kMessage("(?:error|warning) (LQ0[0-9]{3}):");
  const std::sregex_iterator none;
  for (std::sregex_iterator found(outcome.printed.begin(), outcome.printed.end(), kMessage);
       found != none; ++found) {
    outcome.codes.insert((*found)[1]);
  }
  return outcome;
}

// What is amiss with a page; empty when its examples are as they should be.
std::string Faults(const std::string& code) {
  const PageExamples examples = ParseExamples(ReadWhole(kRoot / "docs/errors" / (code + ".md")));
  if (examples.wrong.empty() || examples.mended.empty()) {
    return "the page shows no block after `Wrong`, or none after `Mended`\n";
  }
  std::string faults;
  const Outcome wrong = Run(examples.wrong);
  // That there are too many mistakes is said after them.
  const bool only_this =
      wrong.codes.size() == 1 || code == CodeText(DiagnosticKind::kTooManyMistakes);
  if (wrong.codes.count(code) == 0 || !only_this) {
    faults += "what is wrong should give " + code + " and nothing else:\n" + wrong.printed;
  }
  const Outcome mended = Run(examples.mended);
  if (mended.status != 0 || !mended.codes.empty()) {
    faults += "what is mended should give no message and status 0:\n" + mended.printed;
  }
  return faults;
}

class ErrorPages : public testing::TestWithParam<DiagnosticKind> {};

TEST_P(ErrorPages, WhatIsWrongGivesTheCodeAndWhatIsMendedDoesNot) {
  const std::string code = CodeText(GetParam());
  const std::string faults = Faults(code);
  EXPECT_TRUE(faults.empty()) << faults;
}

std::vector<DiagnosticKind> Kinds() {
  std::vector<DiagnosticKind> kinds;
  for (const DiagnosticInfo& info : AllDiagnostics()) {
    kinds.push_back(info.kind);
  }
  return kinds;
}

INSTANTIATE_TEST_SUITE_P(All, ErrorPages, testing::ValuesIn(Kinds()),
                         [](const auto& one) { return CodeText(one.param); });

}  // namespace
}  // namespace lq::test
