#include "runtime/value/ascii.h"

#include <gtest/gtest.h>

namespace lq {
namespace {

TEST(Ascii, CaseOfLettersIsTheOnlyDifference) {
  EXPECT_TRUE(EqualButForAsciiCase("", ""));
  EXPECT_TRUE(EqualButForAsciiCase("de", "DE"));
  EXPECT_TRUE(EqualButForAsciiCase("It", "iT"));
  EXPECT_FALSE(EqualButForAsciiCase("de", "den"));
  EXPECT_FALSE(EqualButForAsciiCase("den", "de"));
  EXPECT_FALSE(EqualButForAsciiCase("de", "da"));
}

// Bytes beside the alphabet, and beyond ASCII, have no other case.
TEST(Ascii, NothingElseIsALetter) {
  EXPECT_FALSE(EqualButForAsciiCase("@", "`"));
  EXPECT_FALSE(EqualButForAsciiCase("[", "{"));
  EXPECT_FALSE(EqualButForAsciiCase("\xC4", "\xE4"));
  // The letter that Turkish locales make of `i`.
  EXPECT_FALSE(EqualButForAsciiCase("i", "\xC4\xB0"));
}

}  // namespace
}  // namespace lq
