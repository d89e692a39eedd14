// Policies that parse and would keep a careless checker busy for minutes: each ends, with messages
// that somebody can read. A check that takes minutes fails by the time limit of the test run.
#include <algorithm>

#include <gtest/gtest.h>

#include "compiler/diag/render.h"
#include "tests/support/package/memory_files.h"

namespace lq {
namespace {

std::string Repeat(std::string_view piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) {
    text += piece;
  }
  return text;
}

const Compilation& CompilePolicy(const std::string& statements,
                                 std::unique_ptr<Compilation>& keep) {
  test::MemoryFiles files;
  files.Add("p.lq", "edition 2026\npolicy p version 1\n" + statements);
  keep = Compile(files, "p.lq");
  return *keep;
}

TEST(HostilePolicy, EndsWithMessagesThatCanBeRead) {
  const std::pair<std::string_view, std::string> cases[] = {
      {"a text of placeholders", "content A EN \"" + Repeat("{a}", 200'000) + "\"\n"},
      {"one statement over and over", Repeat("owner \"x\"\n", 90'000)},
      {"one rule over and over", Repeat("rule r\n  choose a\n  when b\n  reason C\n", 50'000)},
      {"a long enum of one value", "enum e of a" + Repeat(", a", 90'000) + "\n"},
  };
  for (const auto& [name, statements] : cases) {
    std::unique_ptr<Compilation> keep;
    const Compilation& compiled = CompilePolicy(statements, keep);
    EXPECT_EQ(compiled.program, nullptr) << name;
    EXPECT_LE(compiled.diagnostics.all().size(), Diagnostics::kMostKept + 1) << name;
    EXPECT_FALSE(RenderText(compiled.diagnostics, compiled.sources, {}).empty()) << name;
  }
}

TEST(HostilePolicy, HasAtMostTenThousandRules) {
  std::string rules;
  for (int i = 0; i <= 10'000; ++i) {
    rules += "rule r" + std::to_string(i) + "\n  choose a\n  when b\n  reason C\n";
  }
  std::unique_ptr<Compilation> keep;
  const auto& all = CompilePolicy(rules, keep).diagnostics.all();
  EXPECT_TRUE(std::any_of(all.begin(), all.end(), [](const Diagnostic& diagnostic) {
    return diagnostic.message == "there are more than 10,000 rules and rows of rules tables";
  }));
}

}  // namespace
}  // namespace lq
