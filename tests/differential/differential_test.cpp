// Random programs and leads, decided by every tier, byte for byte the same.
//
//   differential_test [--programs N] [--leads N] [--seed S]
//
// Program i has the seed S + i; what differs is printed as small as it can be made, with its seed.

#include <gtest/gtest.h>

#include <chrono>
#include <cstdio>

#include "tests/differential/generator/options.h"
#include "tests/differential/trial.h"

namespace lq::test {
namespace {

RandomTestOptions options;

// So many programs meet every construct.
constexpr std::uint64_t kEnough = 1000;
// One disagreement often comes back: the first few say enough.
constexpr int kMostReports = 3;

class Differential : public testing::Test {
 protected:
  void RunProgram(std::uint64_t seed) {
    GeneratedProgram program = GenerateProgram(seed, {}, coverage_);
    PolicyPackage package(FilesOf(program), kPolicyFile);
    if (!package.problems().empty()) {
      Fail(seed, Report(program, {}));
      return;
    }
    Random random(seed ^ 0x5EED);
    for (std::uint64_t i = 0; i < options.leads; ++i) {
      Trial trial = GenerateTrial(program, package, random, coverage_);
      ++decisions_;
      if (!Disagreement(package, trial).empty()) {
        Minimise(program, trial);
        Fail(seed, Report(program, trial));
        return;
      }
    }
  }

  void Fail(std::uint64_t seed, const std::string& report) {
    if (++failures_ <= kMostReports) {
      ADD_FAILURE() << "seed " << seed << "\n" << report;
    }
  }

  Coverage coverage_;
  std::uint64_t decisions_ = 0;
  int failures_ = 0;
};

TEST_F(Differential, EveryTierDecidesAlike) {
  const auto begin = std::chrono::steady_clock::now();
  for (std::uint64_t i = 0; i < options.programs; ++i) {
    RunProgram(options.seed + i);
  }
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  std::printf(
      "%llu programs, %llu decisions by each tier, seed %llu, %.1f s, %d programs failed\n%s",
      static_cast<unsigned long long>(options.programs),
      static_cast<unsigned long long>(decisions_), static_cast<unsigned long long>(options.seed),
      seconds.count(), failures_, coverage_.Print().c_str());
  EXPECT_EQ(failures_, 0);
  if (options.programs >= kEnough) {
    EXPECT_EQ(coverage_.Missing(), std::vector<std::string>());
  }
}

TEST(Generator, TheSameSeedGivesTheSameProgramAndLeads) {
  Coverage coverage;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const GeneratedProgram a = GenerateProgram(seed, {}, coverage);
    const GeneratedProgram b = GenerateProgram(seed, {}, coverage);
    EXPECT_EQ(FilesOf(a), FilesOf(b));
    Random random_a(seed);
    Random random_b(seed);
    EXPECT_EQ(GenerateLead(a, random_a, coverage), GenerateLead(b, random_b, coverage));
  }
}

}  // namespace
}  // namespace lq::test

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  lq::test::options.Read(argc, argv);
  return RUN_ALL_TESTS();
}
