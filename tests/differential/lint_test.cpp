// Fixes of lint on random programs with spare sets and comments thrown in: what is certain
// changes no hash, comments beside those that it removes stay, and in the end nothing is left to
// fix.
//
//   lint_test [--programs N] [--seed S]

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>

#include "compiler/diag/apply_fixes.h"
#include "compiler/include/lq/lint.h"
#include "tests/differential/generator/options.h"
#include "tests/differential/trial.h"
#include "tests/support/package/memory_files.h"

namespace lq::test {
namespace {

RandomTestOptions options;

using Files = std::map<std::string, std::string>;

constexpr int kMostRounds = 20;

std::unique_ptr<Linting> Lint(const Files& files) {
  MemoryFiles memory;
  LintRequest request;
  request.path = kPolicyFile;
  request.whole = true;
  for (const auto& [name, text] : files) {
    memory.Add(name, text);
    if (name.ends_with(".lq"))
      request.wanted.insert(name);
  }
  return LintPackage(memory, request);
}

// False when there was nothing to fix.
bool Fix(Files& files, const Linting& linting) {
  bool fixed = false;
  for (FileId file = 0; file < linting.sources.size(); ++file) {
    const SourceFile& source = linting.sources.file(file);
    std::string text = ApplyFixes(source.text, linting.diagnostics, file);
    fixed = fixed || text != source.text;
    if (files.contains(source.path))
      files[source.path] = std::move(text);
  }
  return fixed;
}

// Two sets of which the second uses the first, a comment that is of no use, and one that is kept.
std::string WithSpares(const std::string& policy) {
  return policy +
         "\nset spare_one is [DE, AT]\nset spare_two is spare_one plus [CH]\n"
         "# lq allow repeated_numbers: not needed\n# kept at the end\n";
}

std::size_t Comments(const Files& files) {
  std::size_t count = 0;
  for (const auto& [name, text] : files) {
    if (name.ends_with(".lq"))
      count += static_cast<std::size_t>(std::count(text.begin(), text.end(), '#'));
  }
  return count;
}

TEST(Lint, FixesKeepEveryHash) {
  Coverage coverage;
  std::size_t found = 0;
  for (std::uint64_t seed = options.seed; seed < options.seed + options.programs; ++seed) {
    Files files = FilesOf(GenerateProgram(seed, {}, coverage));
    files[kPolicyFile] = WithSpares(files[kPolicyFile]);
    const std::size_t comments = Comments(files);
    std::unique_ptr<Linting> linting = Lint(files);
    ASSERT_TRUE(linting->checked) << "seed " << seed;
    const std::map<std::string, std::string> hashes = linting->hashes;
    found += linting->diagnostics.all().size();
    int round = 0;
    while (Fix(files, *linting) && ++round < kMostRounds)
      linting = Lint(files);
    EXPECT_LT(round, kMostRounds) << "seed " << seed;
    EXPECT_TRUE(linting->checked) << "seed " << seed;
    EXPECT_EQ(linting->hashes, hashes) << "seed " << seed;
    EXPECT_EQ(Comments(files) + 1, comments) << "seed " << seed;
    EXPECT_EQ(files[kPolicyFile].find("spare_"), std::string::npos) << "seed " << seed;
    if (HasFailure())
      break;
  }
  std::printf("%llu programs from seed %llu, fixed until nothing was left; %zu findings\n",
              static_cast<unsigned long long>(options.programs),
              static_cast<unsigned long long>(options.seed), found);
}

}  // namespace
}  // namespace lq::test

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  lq::test::options.Read(argc, argv);
  return RUN_ALL_TESTS();
}
