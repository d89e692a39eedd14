#include <gtest/gtest.h>

#include <filesystem>

#include "compiler/diag/render.h"
#include "compiler/include/lq/lint.h"
#include "runtime/value/date.h"
#include "tests/support/package/memory_files.h"
#include "tests/support/sections.h"

namespace lq::test {
namespace {

// What the examples of pages that are no whole units stand in.
constexpr std::string_view kSchema = R"(edition 2026
schema lead version 1
owner "revops@example.org"
enum role_kind of student, user, influencer, decision_maker
field email           is email                         required identifies
field country         is country                       required
field requested_demo  is yes_no                        required
field visits          is integer from 0 to 10000       required
field company.size    is integer from 1 to 5000000     optional ask "How many people work there?"
field annual_budget   is money EUR from 0 to 10000000  optional ask "What may it cost?"
field role            is one of role_kind              optional ask "What is your role?"
)";
constexpr std::string_view kPolicy = R"(edition 2026
policy inbound version 1
uses schema lead
owner "revops@example.org"
outcomes strongest first
  sales_ready, nurture
  otherwise nurture weakly because NO_FIT
  undecided becomes needs_info
  doubtful  becomes review
)";
constexpr std::string_view kEdition = "edition 2026\n";

// The blocks marked as lq, in order.
std::vector<std::string> Examples(const std::string& page) {
  constexpr std::string_view kFence = "```lq\n";
  std::vector<std::string> blocks;
  for (std::size_t at = 0; (at = page.find(kFence, at)) != std::string::npos;) {
    at += kFence.size();
    const std::size_t end = page.find("```\n", at);
    blocks.push_back(page.substr(at, end - at));
    at = end;
  }
  return blocks;
}

// An example is statements of a policy, tests, or whole units one after the other, the policy last.
std::vector<std::string> UnitsOf(const std::string& example) {
  if (example.starts_with("test ") || example.starts_with("only test ")) {
    return {std::string(kSchema), std::string(kPolicy),
            "edition 2026\ntests for inbound\n" + example};
  }
  if (!example.starts_with(kEdition)) {
    return {std::string(kSchema), std::string(kPolicy) + example};
  }
  std::vector<std::string> units;
  for (std::size_t at = 0; at < example.size();) {
    const std::size_t end = std::min(example.find(kEdition, at + 1), example.size());
    units.push_back(example.substr(at, end - at));
    at = end;
  }
  return units;
}

// What the rules say of an example, this one too when it is off by itself.
std::string Messages(const std::string& example, const lint::Rule& rule) {
  MemoryFiles files;
  LintRequest request;
  for (const std::string& unit : UnitsOf(example)) {
    request.path = "unit" + std::to_string(request.wanted.size()) + ".lq";
    request.wanted.insert(request.path);
    files.Add(request.path, unit);
  }
  files.Add("teams.csv", "country,team\nDE,1\n");
  request.whole = true;
  request.today = DaysFromCivil({2026, 8, 1});
  request.levels[std::string(rule.name)] = lint::Level::kWarning;
  const std::unique_ptr<Linting> linting = LintPackage(files, request);
  return RenderText(linting->diagnostics, linting->sources, {});
}

class LintPages : public testing::TestWithParam<lint::Rule> {};

TEST_P(LintPages, TheFirstExampleIsBadAndTheLastIsGood) {
  const lint::Rule& rule = GetParam();
  const std::filesystem::path root = LQ_SOURCE_DIR;
  const std::vector<std::string> examples =
      Examples(ReadWhole(root / "docs/lint" / (std::string(rule.name) + ".md")));
  ASSERT_EQ(examples.size(), 2U);
  const std::string bad = Messages(examples.front(), rule);
  const std::string code = " " + CodeText(rule.code) + ":";
  EXPECT_NE(bad.find(code), std::string::npos) << bad;
  const std::string good = Messages(examples.back(), rule);
  EXPECT_EQ(good.find(code), std::string::npos) << good;
  EXPECT_EQ((bad + good).find("error LQ0"), std::string::npos) << bad << good;
}

INSTANTIATE_TEST_SUITE_P(All, LintPages,
                         testing::ValuesIn(lint::AllRules().begin(), lint::AllRules().end()),
                         [](const auto& one) { return std::string(one.param.name); });

}  // namespace
}  // namespace lq::test
