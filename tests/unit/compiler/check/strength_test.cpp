#include <gtest/gtest.h>

#include "compiler/check/check_strength.h"
#include "tests/support/checker/no_units.h"

namespace lq::check {
namespace {

class StrengthTest : public testing::Test {
 protected:
  using Kind = syntax::Strength::Kind;

  std::optional<std::int32_t> Check(Kind kind, std::string text) {
    return CheckStrength(context_, {kind, std::move(text), {}});
  }

  test::NoUnits units_;
  SourceMap sources_;
  Diagnostics diagnostics_;
  Context context_{units_, sources_, diagnostics_};
};

TEST_F(StrengthTest, WordsConfidencesAndPoints) {
  EXPECT_EQ(Check(Kind::kWord, "weakly"), 872);
  EXPECT_EQ(Check(Kind::kWord, "fairly"), 3076);
  EXPECT_EQ(Check(Kind::kWord, "strongly"), 6021);
  EXPECT_EQ(Check(Kind::kWord, "decisively"), 12788);
  EXPECT_EQ(Check(Kind::kConfidence, "80"), 6021);
  EXPECT_EQ(Check(Kind::kConfidence, "50"), 0);
  EXPECT_EQ(Check(Kind::kPoints, "-2.5"), -2500);
  EXPECT_EQ(Check(Kind::kPoints, "60"), 60000);
  EXPECT_EQ(Check(Kind::kUnsaid, ""), std::nullopt);
  EXPECT_FALSE(diagnostics_.has_errors());
}

TEST_F(StrengthTest, OutOfRange) {
  EXPECT_EQ(Check(Kind::kWord, "badly"), std::nullopt);
  EXPECT_EQ(Check(Kind::kConfidence, "0"), std::nullopt);
  EXPECT_EQ(Check(Kind::kConfidence, "100"), std::nullopt);
  EXPECT_EQ(Check(Kind::kConfidence, "92.55"), std::nullopt);
  EXPECT_EQ(Check(Kind::kPoints, "60.1"), std::nullopt);
  EXPECT_EQ(Check(Kind::kPoints, "-61"), std::nullopt);
  EXPECT_EQ(Check(Kind::kPoints, "0.25"), std::nullopt);
  EXPECT_EQ(diagnostics_.error_count(), 7u);
}

TEST_F(StrengthTest, Needs) {
  EXPECT_EQ(CheckNeeds(context_, {"92.5", {}}), 925);
  EXPECT_EQ(CheckNeeds(context_, {"0", {}}), 0);
  EXPECT_FALSE(diagnostics_.has_errors());
  CheckNeeds(context_, {"100", {}});
  CheckNeeds(context_, {"-1", {}});
  CheckNeeds(context_, {"90.05", {}});
  EXPECT_EQ(diagnostics_.error_count(), 3u);
}

TEST_F(StrengthTest, WithoutOneARuleIsAsStrongAsItsOutcomeNeeds) {
  EXPECT_EQ(DefaultStrength(0), Fairly());
  EXPECT_EQ(DefaultStrength(400), Fairly());
  EXPECT_EQ(DefaultStrength(800), 6021);
}

}  // namespace
}  // namespace lq::check
