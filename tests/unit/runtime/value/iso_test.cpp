#include "runtime/value/iso.h"

#include <string>

#include <gtest/gtest.h>

namespace lq {
namespace {

using Find = std::optional<std::uint16_t> (*)(std::string_view);
using Code = std::string_view (*)(std::size_t);

// Codes ascend, and each is found at its own place.
void ExpectSorted(std::size_t count, Find find, Code code) {
  for (std::size_t i = 0; i < count; ++i) {
    EXPECT_EQ(find(code(i)), i) << code(i);
    EXPECT_TRUE(i == 0 || code(i - 1) < code(i)) << code(i);
  }
}

TEST(Iso, TablesAreSortedAndFound) {
  ExpectSorted(CountryCount(), FindCountry, CountryCode);
  ExpectSorted(CurrencyCount(), FindCurrency, CurrencyCode);
  ExpectSorted(LanguageCount(), FindLanguage, LanguageCode);
  EXPECT_EQ(CountryCount(), 249u);
  EXPECT_EQ(LanguageCount(), 184u);
}

TEST(Iso, CodesAreExact) {
  for (const char* code : {"", "D", "de", "De", "DEU", "XX", "ZZ", "D ", "[[", "\xC3\x84", "UK"}) {
    EXPECT_FALSE(FindCountry(code)) << code;
  }
  for (const char* code : {"", "EU", "eur", "EURO", "XXX", "XAU", "EUX", "DEM", "{{{"}) {
    EXPECT_FALSE(FindCurrency(code)) << code;
  }
  for (const char* code : {"", "e", "EN", "eng", "xx", "{{"}) {
    EXPECT_FALSE(FindLanguage(code)) << code;
  }
}

TEST(Iso, MinorDigits) {
  const struct {
    std::string_view code;
    int digits;
  } cases[] = {{"EUR", 2}, {"USD", 2}, {"JPY", 0}, {"KWD", 3},
               {"CLF", 4}, {"ISK", 0}, {"XCG", 2}, {"HUF", 2}};
  for (const auto& c : cases) {
    const auto index = FindCurrency(c.code);
    ASSERT_TRUE(index) << c.code;
    EXPECT_EQ(CurrencyMinorDigits(*index), c.digits) << c.code;
  }
}

}  // namespace
}  // namespace lq
