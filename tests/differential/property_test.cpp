// Properties of random programs: what is found against one is shown as a test that fails in the
// same way when it is pasted, is laid out as `lq fmt` would, and comes again with the same seed.
//
//   property_test [--programs N] [--seed S] [--leads N]

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdio>

#include "compiler/diag/render.h"
#include "compiler/include/lq/format.h"
#include "tests/differential/generator/generate.h"
#include "tests/differential/generator/options.h"
#include "tests/support/package/memory_files.h"
#include "tools/testkit/test_runner.h"

namespace lq::test {
namespace {

RandomTestOptions options;

using Files = std::map<std::string, std::string>;
using testkit::TestResult;

constexpr const char* kTestFile = "a.test.lq";

std::unique_ptr<Compilation> CompileTests(Files files, const std::string& tests) {
  MemoryFiles memory;
  files[kTestFile] = tests;
  for (const auto& [name, text] : files)
    memory.Add(name, text);
  return Compile(memory, kTestFile);
}

// Of each outcome that it is never reached, and that a field that can be raised never leaves it.
std::string PropertiesOf(const ir::Program& program) {
  std::string text = fmt::format("edition 2026\ntests for {}\n", program.policy);
  for (const ir::Outcome& outcome : program.outcomes) {
    text += fmt::format("property \"never {}\" for any lead expect not {}\n", outcome.name,
                        outcome.name);
    for (const ir::Field& field : program.schema.fields) {
      if (!IsOrdered(field.type.kind))
        continue;
      text += fmt::format("property \"{} {}\" for any lead raising lead.{} never leaves {}\n",
                          field.path, outcome.name, field.path, outcome.name);
      break;
    }
  }
  for (const ir::Define& define : program.defines)
    text +=
        fmt::format("property \"when {}\" for any lead where {} expect confidence at least 99%\n",
                    define.name, define.name);
  return text;
}

std::string MismatchesOf(const TestResult& result) {
  std::string text;
  for (const testkit::Mismatch& mismatch : result.mismatches)
    text += fmt::format("{} / {}\n", mismatch.expected, mismatch.came);
  return text;
}

class PropertyTrial {
 public:
  explicit PropertyTrial(const Files& files) : files_(files) {
    run_.property.leads = options.leads;
    MemoryFiles memory;
    for (const auto& [name, text] : files)
      memory.Add(name, text);
    policy_ = Compile(memory, kPolicyFile);
  }

  void Run() {
    ASSERT_NE(policy_->program, nullptr);
    const auto compiled = CompileTests(files_, PropertiesOf(*policy_->program));
    ASSERT_NE(compiled->tests, nullptr)
        << RenderText(compiled->diagnostics, compiled->sources, {false});
    testkit::TestRunner runner(*compiled->tests, run_);
    for (const ir::Test& test : compiled->tests->tests) {
      const TestResult result = runner.Run(test);
      ++ran;
      if (result.property == nullptr)
        continue;
      ++failed;
      Paste(result);
      EXPECT_EQ(runner.Run(test).property->text, result.property->text);
    }
  }

  std::size_t ran = 0;
  std::size_t failed = 0;

 private:
  void Paste(const TestResult& result) {
    const std::string text = fmt::format("edition 2026\ntests for {}\n\n{}",
                                         policy_->program->policy, result.property->text);
    EXPECT_EQ(FormatFile(kTestFile, text).text, text);
    const auto compiled = CompileTests(files_, text);
    ASSERT_NE(compiled->tests, nullptr) << text;
    ASSERT_EQ(compiled->tests->tests.size(), 1u);
    testkit::TestRunner runner(*compiled->tests, run_);
    EXPECT_EQ(MismatchesOf(runner.Run(compiled->tests->tests[0])), MismatchesOf(result)) << text;
  }

  const Files& files_;
  testkit::RunOptions run_;
  std::unique_ptr<Compilation> policy_;
};

TEST(Property, PastedCounterExamplesFailAlike) {
  Coverage coverage;
  std::size_t ran = 0;
  std::size_t failed = 0;
  for (std::uint64_t seed = options.seed; seed < options.seed + options.programs; ++seed) {
    const Files files = FilesOf(GenerateProgram(seed, {}, coverage));
    PropertyTrial trial(files);
    trial.Run();
    ran += trial.ran;
    failed += trial.failed;
    ASSERT_FALSE(HasFailure()) << "seed " << seed;
  }
  EXPECT_GT(failed, ran / 4);
  std::printf("%llu programs from seed %llu: %zu properties, %zu counter-examples pasted\n",
              static_cast<unsigned long long>(options.programs),
              static_cast<unsigned long long>(options.seed), ran, failed);
}

}  // namespace
}  // namespace lq::test

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  lq::test::options.programs = 200;
  lq::test::options.leads = 200;
  lq::test::options.Read(argc, argv);
  return RUN_ALL_TESTS();
}
