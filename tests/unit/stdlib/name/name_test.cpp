#include "stdlib/name/name.h"

#include <gtest/gtest.h>

#include "runtime/value/iso.h"
#include "stdlib/function.h"
#include "stdlib/name/name_key.h"

namespace lq::stdlib {
namespace {

// The code, or "" when the text says none.
std::string Read(std::string_view conversion, std::string_view text) {
  Arena arena;
  const std::optional<Value> value = FindConversion(conversion)->convert(text, {}, arena);
  if (!value) {
    return {};
  }
  const auto index = static_cast<std::size_t>(value->number());
  return std::string(conversion == "country_name" ? CountryCode(index) : LanguageCode(index));
}

TEST(NameKey, IsWithoutCaseAccentsAndPunctuation) {
  EXPECT_EQ(NameKey("Côte d’Ivoire"), "cote d ivoire");
  EXPECT_EQ(NameKey("  Korea,   Republic of "), "korea republic of");
  EXPECT_EQ(NameKey("ÖSTERREICH"), "osterreich");
  EXPECT_EQ(NameKey("O\u0308sterreich"), "osterreich");
  EXPECT_EQ(NameKey("Preußen"), "preussen");
  EXPECT_EQ(NameKey("U.S.A."), "u s a");
  EXPECT_EQ(NameKey("&"), "");
}

TEST(CountryName, OfWhatPeopleAndSystemsWrite) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"Germany", "DE"},
      {"Deutschland", "DE"},
      {"ALLEMAGNE", "DE"},
      {"Bundesrepublik Deutschland", "DE"},
      {"DEU", "DE"},
      {"de", "DE"},
      {"United States", "US"},
      {"United States of America", "US"},
      {"USA", "US"},
      {"U.S.A.", "US"},
      {"U.S.", "US"},
      {"Vereinigte Staaten", "US"},
      {"UK", "GB"},
      {"England", "GB"},
      {"United Kingdom", "GB"},
      {"Korea, Republic of", "KR"},
      {"South Korea", "KR"},
      {"Korea", "KR"},
      {"North Korea", "KP"},
      {"Nordkorea", "KP"},
      {"United Arab Emirates", "AE"},
      {"UAE", "AE"},
      {"The Netherlands", "NL"},
      {"Holland", "NL"},
      {"Niederlande", "NL"},
      {"Schweiz", "CH"},
      {"Suisse", "CH"},
      {"Svizzera", "CH"},
      {"Österreich", "AT"},
      {"Oesterreich", "AT"},
      {"Czech Republic", "CZ"},
      {"Tschechien", "CZ"},
      {"Turkey", "TR"},
      {"Türkiye", "TR"},
      {"Viet Nam", "VN"},
      {"Vietnam", "VN"},
      {"Russian Federation", "RU"},
      {"Россия", "RU"},
      {"日本", "JP"},
      {"Hong Kong", "HK"},
      {"Hong Kong SAR China", "HK"},
      {"Bosnia and Herzegovina", "BA"},
      {"Bosnia & Herzegovina", "BA"},
      {"Trinidad and Tobago", "TT"},
      {"St. Lucia", "LC"},
      {"Saint Lucia", "LC"},
      {"Ivory Coast", "CI"},
      {"Côte d'Ivoire", "CI"},
      {"Tanzania, United Republic of", "TZ"},
      {"Saudi Arabia", "SA"},
      {"España", "ES"},
      {"Schweden", "SE"},
      {"SE", "SE"},
      // Two states, and what is none.
      {"Congo", ""},
      {"Republic of the Congo", "CG"},
      {"Asia/Pacific Region", ""},
      {"unknown", ""},
      {"Europe", ""},
      {"Philipines", ""},
      {"XX", ""},
      {"-", ""},
      {"München", ""},
  };
  for (const auto& [text, code] : cases) {
    EXPECT_EQ(Read("country_name", text), code) << text;
  }
}

// Whatever the codes are, their own text says them.
TEST(CountryName, EveryCodeIsItsOwnName) {
  for (std::size_t i = 0; i < CountryCount(); ++i) {
    EXPECT_EQ(Read("country_name", CountryCode(i)), CountryCode(i));
  }
}

TEST(LanguageName, OfWhatPeopleAndSystemsWrite) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"German", "de"},       {"Deutsch", "de"},  {"deu", "de"},
      {"de", "de"},           {"de-AT", "de"},    {"DE_de", "de"},
      {"English", "en"},      {"Englisch", "en"}, {"VIETNAMESE", "vi"},
      {"Tiếng Việt", "vi"},   {"français", "fr"}, {"Francais", "fr"},
      {"español", "es"},      {"日本語", "ja"},   {"zh-Hans", "zh"},
      {"Klingon", ""},        {"xx", ""},         {"d", ""},
      {"german english", ""},
  };
  for (const auto& [text, code] : cases) {
    EXPECT_EQ(Read("language_name", text), code) << text;
  }
}

}  // namespace
}  // namespace lq::stdlib
