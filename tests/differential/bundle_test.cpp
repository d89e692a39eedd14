// Random programs as bundles: written, read and written again they are the same bytes, and decide
// as before (differential_test has a tier of bundles). Damaged in any way they are refused, or
// decide something: without a crash, which sanitizers make sure of.
//
//   bundle_test [--programs N] [--leads N] [--seed S]

#include <gtest/gtest.h>

#include <cstdio>
#include <map>

#include "compiler/plan/make_plan.h"
#include "runtime/bundle/bundle.h"
#include "runtime/engine/engine.h"
#include "runtime/record/decision_json.h"
#include "tests/differential/mutate_bundle.h"
#include "tests/differential/options.h"
#include "tests/differential/trial.h"

namespace lq::test {
namespace {

RandomTestOptions options;

// A bundle and leads of its schema.
struct Written {
  std::string bytes;
  std::vector<std::string> leads;
};

Written WriteProgram(std::uint64_t seed, Coverage& coverage) {
  const GeneratedProgram program = GenerateProgram(seed, {}, coverage);
  const PolicyPackage package(FilesOf(program), kPolicyFile);
  EXPECT_EQ(package.problems(), "") << "seed " << seed;
  const std::vector<bundle::SourcePlace> places = {
      {bundle::SourcePlace::Of::kRule, "first", 0, kPolicyFile, 3}};
  Written written = {WriteBundle(*MakePlan(package.program()), places), {}};
  Random random(seed);
  for (int i = 0; i < 3; ++i)
    written.leads.push_back(GenerateLead(program, random, coverage));
  return written;
}

TEST(Bundle, ReadAndWrittenAgainIsTheSameBytes) {
  Coverage coverage;
  for (std::uint64_t i = 0; i < options.programs; ++i) {
    const std::uint64_t seed = options.seed + i;
    const Written written = WriteProgram(seed, coverage);
    bundle::Problem problem;
    const std::optional<bundle::Bundle> read = bundle::OpenBundle(written.bytes, problem);
    ASSERT_TRUE(read.has_value()) << "seed " << seed << ": " << problem.text;
    ASSERT_EQ(WriteBundle(*read->plan, read->places), written.bytes) << "seed " << seed;
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

// What comes out does not matter, only that something does.
void DecideBy(const std::shared_ptr<const plan::Plan>& plan,
              const std::vector<std::string>& leads) {
  const Engine engine(plan);
  Decider decider(engine);
  LeadReader reader(plan->schema);
  Lead lead;
  Decision decision;
  std::string json;
  const std::int64_t as_of = ParseAsOf("2026-08-01");
  for (const std::string& text : leads) {
    reader.Read(text, as_of, lead);
    decider.Decide(lead, {as_of, {}, "EN"}, decision);
    AppendJson(decision, json);
  }
}

TEST(Bundle, AnyDamageIsRefusedOrDecides) {
  constexpr std::uint64_t kPrograms = 100;
  constexpr int kMutationsOfEach = 100;
  Coverage coverage;
  Random random(options.seed);
  int refused = 0;
  int decided = 0;
  for (std::uint64_t i = 0; i < kPrograms; ++i) {
    const Written written = WriteProgram(options.seed + i, coverage);
    for (int mutation = 0; mutation < kMutationsOfEach; ++mutation) {
      std::string problem;
      const auto plan = ReadBundle(Mutate(written.bytes, random), problem);
      EXPECT_EQ(plan == nullptr, !problem.empty());
      ++(plan == nullptr ? refused : decided);
      if (plan != nullptr)
        DecideBy(plan, written.leads);
    }
  }
  std::printf("%d refused, %d decided\n", refused, decided);
  // Some changes make another bundle that is well made: another text, another number of points.
  EXPECT_GT(refused, decided);
  EXPECT_GT(decided, 0);
}

}  // namespace
}  // namespace lq::test

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  lq::test::options.Read(argc, argv);
  return RUN_ALL_TESTS();
}
