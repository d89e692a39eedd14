// Tests that are suggested for random programs: pasted, they compile, pass and reach what they were
// said to reach.
//
//   suggest_test [--programs N] [--seed S]

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdio>

#include "compiler/diag/render.h"
#include "tests/differential/generator/generate.h"
#include "tests/differential/generator/options.h"
#include "tests/support/package/memory_files.h"
#include "tools/testkit/suggest/suggest.h"
#include "tools/testkit/suggest/suggested_test.h"
#include "tools/testkit/written_test.h"

namespace lq::test {
namespace {

RandomTestOptions options;

constexpr const char* kTestFile = "a.test.lq";

MemoryFiles InMemory(const std::map<std::string, std::string>& files) {
  MemoryFiles memory;
  for (const auto& [name, text] : files)
    memory.Add(name, text);
  return memory;
}

// What is missing, one a line.
std::string MissingOf(const testkit::Coverage& coverage) {
  std::string missing;
  const testkit::Inventory& inventory = coverage.inventory();
  for (testkit::ObjectiveId id = 0; id < inventory.objectives.size(); ++id) {
    const testkit::Objective& objective = inventory.objectives[id];
    if (!coverage.reached(id))
      missing += inventory.statements[objective.statement].title + ": " + objective.text + "\n";
  }
  return missing;
}

// The tests, as a file.
std::string Written(const Compilation& policy, const testkit::Suggestions& found,
                    testkit::TestRunner& runner) {
  std::string text = fmt::format("edition 2026\ntests for {}\n", policy.program->policy);
  for (const testkit::Suggestion& suggestion : found.tests) {
    EXPECT_EQ(runner.Decide(suggestion.given), "");
    const ir::Test test =
        testkit::SuggestedTest(found.coverage, suggestion, runner.last_decision());
    text += "\n" + testkit::WrittenTest(*policy.program, {}, test);
  }
  return text;
}

std::size_t Paste(MemoryFiles memory, const std::string& text, const std::string& missing) {
  memory.Add(kTestFile, text);
  const auto pasted = Compile(memory, kTestFile);
  EXPECT_NE(pasted->tests, nullptr)
      << RenderText(pasted->diagnostics, pasted->sources, {false}) << text;
  if (pasted->tests == nullptr)
    return 0;
  testkit::TestRunner runner(*pasted->tests);
  testkit::Coverage coverage(pasted->tests->program, pasted->sources);
  for (const ir::Test& test : pasted->tests->tests) {
    EXPECT_TRUE(runner.Run(test).passed()) << test.title << "\n" << text;
    coverage.Take(runner.last_lead(), runner.last_inputs(), runner.last_decision());
  }
  EXPECT_EQ(MissingOf(coverage), missing);
  return pasted->tests->tests.size();
}

TEST(Suggest, PastedSuggestionsPassAndReachWhatTheyShould) {
  Coverage generated;
  std::size_t tests = 0;
  for (std::uint64_t seed = options.seed; seed < options.seed + options.programs; ++seed) {
    MemoryFiles memory = InMemory(FilesOf(GenerateProgram(seed, {}, generated)));
    const auto policy = Compile(memory, kPolicyFile);
    ASSERT_NE(policy->program, nullptr);
    testkit::TestRunner runner(*policy->tests);
    const testkit::Coverage nothing(policy->program, policy->sources);
    const testkit::Suggestions found = testkit::Suggest(nothing, {}, runner);
    tests += Paste(memory, Written(*policy, found, runner), MissingOf(found.coverage));
    ASSERT_FALSE(HasFailure()) << "seed " << seed;
  }
  EXPECT_GT(tests, options.programs);
  std::printf("%llu programs from seed %llu: %zu tests suggested and pasted\n",
              static_cast<unsigned long long>(options.programs),
              static_cast<unsigned long long>(options.seed), tests);
}

}  // namespace
}  // namespace lq::test

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  lq::test::options.programs = 60;
  lq::test::options.Read(argc, argv);
  return RUN_ALL_TESTS();
}
