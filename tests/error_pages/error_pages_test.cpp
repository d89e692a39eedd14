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

// Pages whose examples do not run yet. The list only shrinks: a page that runs must leave it.
const std::set<std::string> kNotRunYet = {
    "LQ0101", "LQ0102", "LQ0105", "LQ0110", "LQ0112", "LQ0119", "LQ0120", "LQ0121", "LQ0122",
    "LQ0123", "LQ0124", "LQ0206", "LQ0210", "LQ0213", "LQ0214", "LQ0215", "LQ0216", "LQ0217",
    "LQ0218", "LQ0502", "LQ0505", "LQ0506", "LQ0508", "LQ0510", "LQ0511", "LQ0512", "LQ0513",
    "LQ0514", "LQ0601", "LQ0602", "LQ0603", "LQ0605", "LQ0623", "LQ0625", "LQ0650", "LQ0703",
    "LQ0704", "LQ0705", "LQ0706", "LQ0707", "LQ0801", "LQ0804", "LQ0805", "LQ0808", "LQ0901",
    "LQ0902", "LQ0951", "LQ0952", "LQ0953", "LQ0954", "LQ0955", "LQ0957", "LQ0960", "LQ0970",
    "LQ0971", "LQ0980", "LQ0981", "LQ0982", "LQ0983", "LQ0984"};

struct Outcome {
  std::string printed;
  // "LQ0412" of each message.
  std::set<std::string> codes;
  bool has_error = false;
};

Outcome Run(const std::vector<PageBlock>& blocks) {
  const ExamplePackage package = PackageOf(blocks, kRoot / "tests/error_pages/context");
  const TemporaryFolder folder;
  for (const auto& [name, text] : package.files) {
    folder.Write(name, text);
  }
  Outcome outcome;
  outcome.printed =
      RunCommand("exec 2>&1\n" + package.command, folder.path(), fs::path(LQ_TOOLS)).out;
  static const std::regex kMessage("(error|warning) (LQ[0-9]{4}):");
  const std::sregex_iterator none;
  for (std::sregex_iterator found(outcome.printed.begin(), outcome.printed.end(), kMessage);
       found != none; ++found) {
    outcome.codes.insert((*found)[2]);
    outcome.has_error = outcome.has_error || (*found)[1] == "error";
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
  if (wrong.codes != std::set<std::string>{code}) {
    faults += "what is wrong should give " + code + " and nothing else:\n" + wrong.printed;
  }
  const Outcome mended = Run(examples.mended);
  if (mended.has_error || mended.codes.count(code) != 0) {
    faults += "what is mended should give no error:\n" + mended.printed;
  }
  return faults;
}

class ErrorPages : public testing::TestWithParam<DiagnosticKind> {};

TEST_P(ErrorPages, WhatIsWrongGivesTheCodeAndWhatIsMendedDoesNot) {
  const std::string code = CodeText(GetParam());
  const std::string faults = Faults(code);
  if (kNotRunYet.count(code) == 0) {
    EXPECT_TRUE(faults.empty()) << faults;
  } else {
    EXPECT_FALSE(faults.empty()) << code << " runs: take it out of kNotRunYet";
  }
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
