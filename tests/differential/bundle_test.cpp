// Random programs as bundles: written, read and written again they are the same bytes, and decide
// as before (differential_test has a tier of bundles). Damaged in any way they are refused, or
// decide something: without a crash, which sanitizers make sure of.
//
//   bundle_test [--programs N] [--seed S]

#include <gtest/gtest.h>

#include <cstdio>
#include <map>
#include <random>

#include "compiler/plan/make_plan.h"
#include "runtime/bundle/bundle.h"
#include "tests/differential/generator/generate.h"
#include "tests/differential/generator/options.h"
#include "tests/support/bundle/mutate_bundle.h"
#include "tests/support/bundle/try_bundle.h"
#include "tests/support/tiers/policy_package.h"

namespace lq::test {
namespace {

RandomTestOptions options;

std::string WriteProgram(std::uint64_t seed, Coverage& coverage) {
  const PolicyPackage package(FilesOf(GenerateProgram(seed, {}, coverage)), kPolicyFile);
  EXPECT_EQ(package.problems(), "") << "seed " << seed;
  const std::vector<bundle::SourcePlace> places = {
      {bundle::SourcePlace::Of::kRule, "first", 0, kPolicyFile, 3}};
  return WriteBundle(*MakePlan(package.program()), places);
}

TEST(Bundle, ReadAndWrittenAgainIsTheSameBytes) {
  Coverage coverage;
  for (std::uint64_t i = 0; i < options.programs; ++i) {
    const std::uint64_t seed = options.seed + i;
    const std::string bytes = WriteProgram(seed, coverage);
    bundle::Problem problem;
    const std::optional<bundle::Bundle> read = bundle::OpenBundle(bytes, problem);
    ASSERT_TRUE(read.has_value()) << "seed " << seed << ": " << problem.text;
    ASSERT_EQ(WriteBundle(*read->plan, read->places), bytes) << "seed " << seed;
  }
}

// Files of other names are found in another order.
TEST(Bundle, TheOrderOfFilesDoesNotShow) {
  Coverage coverage;
  for (std::uint64_t i = 0; i < options.programs / 10; ++i) {
    const std::uint64_t seed = options.seed + i;
    const std::map<std::string, std::string> files = FilesOf(GenerateProgram(seed, {}, coverage));
    std::map<std::string, std::string> renamed;
    for (const auto& [name, text] : files) {
      const bool found_by_unit = name.ends_with(".lq") && name != kPolicyFile;
      renamed[found_by_unit ? std::string(1, static_cast<char>('z' - name[0] % 26)) + name : name] =
          text;
    }
    const PolicyPackage one(files, kPolicyFile);
    const PolicyPackage other(renamed, kPolicyFile);
    ASSERT_EQ(WriteBundle(*MakePlan(one.program())), WriteBundle(*MakePlan(other.program())))
        << "seed " << seed;
  }
}

TEST(Bundle, AnyDamageIsRefusedOrDecides) {
  constexpr std::uint64_t kPrograms = 100;
  constexpr int kMutationsOfEach = 100;
  Coverage coverage;
  std::mt19937_64 random(options.seed);
  int decided = 0;
  for (std::uint64_t i = 0; i < kPrograms; ++i) {
    const std::string bytes = WriteProgram(options.seed + i, coverage);
    for (int mutation = 0; mutation < kMutationsOfEach; ++mutation)
      decided += TryBundle(Mutate(bytes, random)) ? 1 : 0;
  }
  // Some changes make another bundle that is well made: another text, another number of points.
  std::printf("%d of %d decided\n", decided, static_cast<int>(kPrograms) * kMutationsOfEach);
  EXPECT_GT(decided, 0);
}

}  // namespace
}  // namespace lq::test

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  lq::test::options.Read(argc, argv);
  return RUN_ALL_TESTS();
}
