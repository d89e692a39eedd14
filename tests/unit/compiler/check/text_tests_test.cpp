#include "compiler/check/text_tests.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "compiler/ir/pattern_sample.h"

namespace lq::check {
namespace {

TextTest MakeTest(ir::TestOp op, std::vector<std::string> texts) {
  return {op, false, std::move(texts), {}, nullptr};
}

Type TextType(TypeKind kind) {
  Type type;
  type.kind = kind;
  type.max_length = 100;
  return type;
}

bool SomeTextPassesBoth(TypeKind kind, const TextTest& a, const TextTest& b) {
  const std::vector<std::string> texts = WitnessTexts(TextType(kind), {a, b});
  return std::any_of(texts.begin(), texts.end(),
                     [&](const std::string& text) { return Passes(a, text) && Passes(b, text); });
}

TEST(TextTests, SamplesMatchTheirPattern) {
  for (const char* regex : {"(info|sales|admin)@.*", ".*(chief|head of|vp).*", "a{3}[0-9]+b?",
                            "[^a-z]+x", "\\d\\d-\\w+", "(?i:abc)|(?P<n>def)", "Stra[sß]e", "x|",
                            "((a|b)*c)+", "[[:alpha:]]{2,}", "a\\.b\\/c", "^x$"}) {
    const std::vector<std::string> samples = ir::PatternSamples(regex);
    const RE2 pattern(regex, RE2::Quiet);
    EXPECT_TRUE(std::any_of(samples.begin(), samples.end(), [&](const std::string& sample) {
      return RE2::FullMatch(sample, pattern);
    })) << regex;
  }
}

TEST(TextTests, SamplesOfBrokenPatternsEnd) {
  for (const char* regex :
       {"", "(", "[", "\\", "a{", "(?", ")", "[\\", "a**", "((((", "[]", "{9"}) {
    ir::PatternSamples(regex);
  }
  ir::PatternSamples(std::string(10'000, '('));
}

TEST(TextTests, TwoTestsGetATextThatPassesBoth) {
  const auto starts = MakeTest(ir::TestOp::kStartsWith, {"ab"});
  const auto starts_longer = MakeTest(ir::TestOp::kStartsWith, {"abc"});
  const auto ends = MakeTest(ir::TestOp::kEndsWith, {".example"});
  const auto contains = MakeTest(ir::TestOp::kContains, {"xy"});
  const auto matches = MakePatternTest("(abq|z).*", false);
  EXPECT_TRUE(SomeTextPassesBoth(TypeKind::kText, starts, starts_longer));
  EXPECT_TRUE(SomeTextPassesBoth(TypeKind::kText, starts, ends));
  EXPECT_TRUE(SomeTextPassesBoth(TypeKind::kText, contains, ends));
  EXPECT_TRUE(SomeTextPassesBoth(TypeKind::kText, starts, matches));
  EXPECT_TRUE(SomeTextPassesBoth(TypeKind::kEmail, starts, ends));
  EXPECT_TRUE(SomeTextPassesBoth(TypeKind::kDomain, contains, ends));
}

TEST(TextTests, NoTextPassesTestsThatExcludeEachOther) {
  const auto info = MakeTest(ir::TestOp::kStartsWith, {"info@"});
  const auto sales = MakeTest(ir::TestOp::kStartsWith, {"sales@"});
  EXPECT_FALSE(SomeTextPassesBoth(TypeKind::kEmail, info, sales));
}

TEST(TextTests, IgnoringCase) {
  TextTest test = MakeTest(ir::TestOp::kContains, {"straße"});
  test.ignoring_case = true;
  EXPECT_TRUE(Passes(test, "An der STRAßE"));
  EXPECT_FALSE(Passes(test, "strasse"));
  EXPECT_TRUE(Passes(MakePatternTest("ab+", true), "ABb"));
  EXPECT_FALSE(Passes(MakePatternTest("ab+", false), "ABb"));
}

}  // namespace
}  // namespace lq::check
