// The laws of the language over random policies of small domains.
//
//   law_test [--programs N] [--seed S]

#include <gtest/gtest.h>

#include <chrono>
#include <cstdio>

#include "runtime/value/log_odds.h"
#include "tests/differential/generator/options.h"
#include "tests/differential/laws.h"
#include "tests/differential/minimise.h"
#include "tests/support/json/json_slice.h"
#include "tests/support/tiers/policy_package.h"

namespace lq::test {
namespace {

RandomTestOptions options;

constexpr std::size_t kLeadsAProgram = 3;
constexpr std::size_t kMostCompletions = 48;
// One mistake often comes back: the first few say enough.
constexpr int kMostReports = 3;

GenerateOptions SmallAndMonotone() {
  GenerateOptions generate;
  generate.small_domains = true;
  generate.absence = false;
  return generate;
}

std::string Text(const GeneratedProgram& program) {
  std::string out;
  for (const auto& [name, text] : FilesOf(program)) {
    out += "--- " + name + "\n" + text;
  }
  return out;
}

class Laws : public testing::Test {
 protected:
  template <typename Check>
  void ForEachProgram(Check check) {
    const auto begin = std::chrono::steady_clock::now();
    for (std::uint64_t seed = options.seed; seed < options.seed + options.programs; ++seed) {
      GeneratedProgram program = GenerateProgram(seed, SmallAndMonotone(), coverage_);
      PolicyPackage package(FilesOf(program), kPolicyFile);
      if (!package.problems().empty()) {
        Fail(seed, package.problems() + Text(program));
        continue;
      }
      check(seed, program, package);
    }
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    std::printf("%llu policies, %llu leads, seed %llu, %.1f s\n",
                static_cast<unsigned long long>(options.programs),
                static_cast<unsigned long long>(leads_),
                static_cast<unsigned long long>(options.seed), seconds.count());
    EXPECT_EQ(failures_, 0);
  }

  void Fail(std::uint64_t seed, const std::string& report) {
    if (++failures_ <= kMostReports) {
      ADD_FAILURE() << "seed " << seed << "\n" << report;
    }
  }

  void CheckLead(std::uint64_t seed, GeneratedProgram& program, const ir::Program& checked,
                 const PartialLead& partial) {
    ++leads_;
    const std::string broken = BrokenLaw(checked, partial);
    if (broken.empty()) {
      return;
    }
    const auto still_broken = [&](const GeneratedProgram& smaller) {
      PolicyPackage package(FilesOf(smaller), kPolicyFile);
      return package.problems().empty() && !BrokenLaw(package.program(), partial).empty();
    };
    while (Minimise(program, still_broken)) {
    }
    Fail(seed, broken + "\n  lead: " + Describe(partial) + "\n" + Text(program));
  }

  std::vector<TierDecision> Decide(PolicyPackage& package, std::string_view lead) {
    DecideInputs inputs;
    inputs.as_of = ParseAsOf("2026-08-01");
    return package.Decide(lead, inputs, {});
  }

  Coverage coverage_;
  std::uint64_t leads_ = 0;
  int failures_ = 0;
};

TEST_F(Laws, DataNeverChangesWhatIsSettled) {
  ForEachProgram([&](std::uint64_t seed, GeneratedProgram& program, PolicyPackage& package) {
    ASSERT_FALSE(package.program().depends_on_absence);
    Random random(seed ^ 0x1A35);
    for (std::size_t i = 0; i < kLeadsAProgram && failures_ < kMostReports; ++i) {
      const PartialLead partial = RandomPartialLead(package.program(), kMostCompletions, random);
      CheckLead(seed, program, package.program(), partial);
    }
  });
}

// Law 6.
TEST_F(Laws, TheOrderOfStatementsChangesNoBit) {
  ForEachProgram([&](std::uint64_t seed, GeneratedProgram& program, PolicyPackage& package) {
    Random random(seed ^ 0x06);
    const GeneratedProgram shuffled = Shuffled(program, random);
    PolicyPackage other(FilesOf(shuffled), kPolicyFile);
    if (!other.problems().empty() || other.program().hash != package.program().hash) {
      Fail(seed, "law 6: the hash changed\n" + other.problems() + Text(program) + Text(shuffled));
      return;
    }
    for (std::size_t i = 0; i < kLeadsAProgram; ++i) {
      ++leads_;
      const std::string lead = GenerateLead(program, random, coverage_);
      if (Decide(package, lead).front().decision != Decide(other, lead).front().decision) {
        Fail(seed, "law 6: another decision\n" + lead + "\n" + Text(program) + Text(shuffled));
      }
    }
  });
}

std::string Reports(const std::string& first, const std::string& second) {
  const std::string at = R"(,"at":"2026-07-31T12:00:00Z"})";
  std::string reports = R"({"value":)" + first + R"(,"source":"crm")" + at;
  if (!second.empty()) {
    reports += R"(,{"value":)" + second + R"(,"source":"form")" + at;
  }
  return R"({"reports":[)" + reports + "]}";
}

// The numbers of a decision, or nothing of a rejected lead.
std::pair<double, double> Ends(const std::string& decision) {
  const std::string confidence(JsonMember(decision, "confidence"));
  const std::string ceiling(JsonMember(decision, "ceiling"));
  return confidence.empty() ? std::pair(0.0, 1.0)
                            : std::pair(std::stod(confidence), std::stod(ceiling));
}

// Law 8.
TEST_F(Laws, AnotherSourceThatDisagreesNeverMakesSurer) {
  ForEachProgram([&](std::uint64_t seed, GeneratedProgram& program, PolicyPackage& package) {
    Random random(seed ^ 0x08);
    for (const FieldModel& field : program.fields) {
      if (!field.keep_both || field.path.find('.') != std::string::npos) {
        continue;
      }
      ++leads_;
      const std::string path = "\"" + field.path + "\":";
      const std::string a = JsonText(field.type, RandomValue(field.type, random), random);
      const std::string b = JsonText(field.type, RandomValue(field.type, random), random);
      const auto one = Ends(Decide(package, "{" + path + Reports(a, "") + "}").front().decision);
      const auto two = Ends(Decide(package, "{" + path + Reports(a, b) + "}").front().decision);
      if (two.first > one.first || two.second < one.second) {
        Fail(seed, "law 8: " + path + Reports(a, b) + "\n" + Text(program));
      }
    }
  });
}

// Law 9.
TEST(Confidence, NeverFallsAndIsSymmetric) {
  std::int32_t before = 1;
  for (std::int64_t points = -70'000; points <= 70'000; ++points) {
    const std::int32_t now = ConfidenceOf(points);
    ASSERT_LE(before, now) << points;
    ASSERT_EQ(now + ConfidenceOf(-points), 1000) << points;
    before = now;
  }
  EXPECT_EQ(ConfidenceOf(-70'000), 1);
  EXPECT_EQ(ConfidenceOf(70'000), 999);
}

}  // namespace
}  // namespace lq::test

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  lq::test::options.Read(argc, argv);
  return RUN_ALL_TESTS();
}
