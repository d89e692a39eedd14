#include "compiler/schema/any_case.h"

#include <gtest/gtest.h>

namespace lq::schema {
namespace {

TEST(AnyCasePattern, EveryLetterInEveryCase) {
  const std::pair<const char*, const char*> cases[] = {
      {"", ""},
      {"12", "12"},
      {"a", "[aA]"},
      {"A", "[aA]"},
      {"ab c", "[aA][bB] [cC]"},
      // The Kelvin sign and the long s are letters of the alphabet in another form.
      {"k", "[kK\u212A]"},
      {"S", "[sS\u017F]"},
      {"\u00FC", "[\u00FC\u00DC]"},
      {"\u03C3", "[\u03C3\u03A3\u03C2]"},
      // Simple folding keeps one code point one.
      {"\u00DF", "[\u00DF\u1E9E]"},
      {"\u4E2D", "\u4E2D"},
  };
  for (const auto& [text, pattern] : cases)
    EXPECT_EQ(AnyCasePattern(text), pattern) << text;
}

TEST(AnyCasePattern, SyntaxStandsForItself) {
  EXPECT_EQ(AnyCasePattern("1+1=2?"), "1\\+1=2\\?");
  EXPECT_EQ(AnyCasePattern("^$.|*()[]{}/-\\"), "\\^\\$\\.\\|\\*\\(\\)\\[\\]\\{\\}\\/\\-\\\\");
}

}  // namespace
}  // namespace lq::schema
