// Random policies of some six to a hundred rules, of which an index finds many: every tier decides
// alike.
//
//   rule_index_test [--programs N] [--leads N] [--seed S]

#include <gtest/gtest.h>

#include <fmt/format.h>

#include "tests/differential/generator/options.h"
#include "tests/differential/generator/random.h"
#include "tests/support/tiers/policy_package.h"

namespace lq::test {
namespace {

RandomTestOptions options{.programs = 100, .seed = 1, .leads = 64};

constexpr std::string_view kSchema = R"(edition 2026
schema lead version 1
enum kind of a, b, c, d, e
field email is email required identifies
field k0 is one of kind optional
field k1 is one of kind optional
field k2 is one of kind optional
field land is country optional
field yes is yes_no optional
field few is integer from -5 to 5 optional
field some is integer from 0 to 60000 optional
field many is integer from -1000000 to 1000000 optional
field huge is integer from -1000000000000 to 1000000000000 optional
field title is text optional
)";

// Policies whose conditions are mostly tests of numbers, as an index of rules likes them.
class ManyRules {
 public:
  explicit ManyRules(std::uint64_t seed) : random_(seed) {}

  std::string Policy() {
    std::string text =
        "edition 2026\npolicy many version 1\nuses schema lead\noutcomes strongest first\n"
        "  high needs 80%, middle needs 55%, low\n  otherwise low weakly because NONE\n"
        "  undecided becomes ask_lead\n  doubtful becomes review\n"
        "toggle strict default on\ntoggle loose default off\n";
    const std::uint64_t rules = 6 + random_.Below(120);
    for (std::uint64_t i = 0; i < rules; ++i)
      text += Rule(i);
    for (int i = 0; i < 6; ++i) {
      text += fmt::format("evidence e{} supports {} {}\n  when {}\n  reason E{}\n", i, Outcome(),
                          Strength(), Condition(1), i);
    }
    text +=
        fmt::format("guard g\n  when {} and outcome is high\n  needs 95%\n  reason G\n", Test());
    return text;
  }

  std::string Lead() {
    std::string text = R"({"email":"ana@firm.example")";
    const auto add = [&](std::string_view name, const std::string& value) {
      if (!random_.Chance(3))
        text += fmt::format(",\"{}\":{}", name, value);
    };
    for (const char* kind : {"k0", "k1", "k2"})
      add(kind, fmt::format("\"{}\"", Kind()));
    add("land", fmt::format("\"{}\"", Land()));
    add("yes", random_.Chance(50) ? "true" : "false");
    add("few", fmt::format("{}", Few()));
    add("some", fmt::format("{}", Some()));
    add("many", fmt::format("{}", Many()));
    add("huge", fmt::format("{}", Huge()));
    add("title", random_.Chance(50) ? "\"head\"" : "\"vp\"");
    return text + "}";
  }

 private:
  std::string Rule(std::uint64_t number) {
    std::string text = fmt::format("rule r{}\n  choose {} {}\n  when {}\n", number, Outcome(),
                                   Strength(), Condition(2 + random_.Below(3)));
    if (number > 0 && random_.Chance(3))
      text += fmt::format("  overrides r{}\n", random_.Below(number));
    return text + fmt::format("  reason R{}\n", number);
  }

  std::string Condition(std::uint64_t tests) {
    std::string text =
        random_.Chance(80) ? fmt::format("k{} is {}", random_.Below(3), Kind()) : Test();
    for (std::uint64_t i = 1; i < tests; ++i)
      text += " and " + Test();
    return text;
  }

  std::string Test() {
    switch (random_.Below(14)) {
      case 0:
        return fmt::format("k{} is {}", random_.Below(3), Kind());
      case 1:
        return fmt::format("k{} is not {}", random_.Below(3), Kind());
      case 2:
        return fmt::format("k{} in [{}, {}]", random_.Below(3), "a", "d");
      case 3:
        return fmt::format("land in [{}, BR]", Land());
      case 4:
        return random_.Chance(50) ? "yes is yes" : "yes is no";
      case 5:
        return fmt::format("few at least {}", Few());
      case 6:
        return fmt::format("few not in [-2, {}]", Few());
      case 7:
        return fmt::format("some at most {}", Some());
      case 8:
        return fmt::format("many more than {}", Many());
      case 9:
        return fmt::format("many is not {}", Many());
      case 10:
        return fmt::format("huge less than {}", Huge());
      case 11:
        return "huge is known";
      case 12:
        return random_.Chance(50) ? "strict is on" : "loose is off";
      default:
        return random_.Chance(20) ? "title is \"head\"" : fmt::format("some at least {}", Some());
    }
  }

  std::string Kind() { return std::string(1, static_cast<char>('a' + random_.Below(5))); }
  std::string Land() { return random_.Pick(std::vector<std::string>{"DE", "AT", "FR", "US"}); }
  std::string Outcome() { return random_.Pick(std::vector<std::string>{"high", "middle", "low"}); }
  std::string Strength() {
    return random_.Pick(std::vector<std::string>{"weakly", "fairly", "strongly", "decisively"});
  }
  std::int64_t Few() { return static_cast<std::int64_t>(random_.Below(11)) - 5; }
  std::int64_t Some() { return static_cast<std::int64_t>(random_.Below(6)) * 10'000; }
  std::int64_t Many() { return static_cast<std::int64_t>(random_.Below(5)) * 500'000 - 1'000'000; }
  std::int64_t Huge() {
    return (static_cast<std::int64_t>(random_.Below(5)) - 2) * 500'000'000'000;
  }

  Random random_;
};

TEST(RuleIndex, EveryTierDecidesAlike) {
  for (std::uint64_t i = 0; i < options.programs && !testing::Test::HasFailure(); ++i) {
    ManyRules many(options.seed + i);
    PolicyPackage package({{"lead.lq", std::string(kSchema)}, {"policy.lq", many.Policy()}},
                          "policy.lq");
    ASSERT_EQ(package.problems(), "") << "seed " << options.seed + i;
    for (std::uint64_t lead = 0; lead < options.leads; ++lead) {
      const std::string text = many.Lead();
      const std::vector<TierDecision> decisions = package.Decide(text, {}, {});
      for (const TierDecision& one : decisions) {
        EXPECT_EQ(one.decision, decisions[0].decision)
            << one.tier << ", seed " << options.seed + i << ", lead " << text;
      }
    }
  }
}

}  // namespace
}  // namespace lq::test

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  lq::test::options.Read(argc, argv);
  return RUN_ALL_TESTS();
}
