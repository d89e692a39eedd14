#include "runtime/value/text.h"

#include <string>

#include <gtest/gtest.h>

#include "runtime/value/utf8.h"

namespace lq {
namespace {

std::string Nfc(std::string_view text) {
  Arena arena;
  return std::string(NormalizeNfc(text, arena));
}

std::string Lower(std::string_view text) {
  Arena arena;
  return std::string(LowerCase(text, arena));
}

std::string Utf8(char32_t c) {
  char bytes[4];
  return {bytes, utf8::Write(c, bytes)};
}

TEST(Utf8, EveryCodePointIsValidAndReadBack) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    const std::string text = Utf8(c);
    const bool surrogate = c >= 0xD800 && c <= 0xDFFF;
    std::string_view rest = text;
    const bool right = IsValidUtf8(text) != surrogate && utf8::Take(rest) == c && rest.empty();
    if (!right) {
      FAIL() << static_cast<std::uint32_t>(c);
    }
  }
}

TEST(Utf8, IllFormedTextsAreInvalid) {
  using std::string_literals::operator""s;
  for (const std::string& bytes : {"\x80"s,
                                   "\xBF"s,
                                   "\xC0\x80"s,
                                   "\xC1\xBF"s,
                                   "\xC3"s,
                                   "\xC3\x28"s,
                                   "\xE0\x80\x80"s,
                                   "\xE0\x9F\xBF"s,
                                   "\xED\xA0\x80"s,
                                   "\xED\xBF\xBF"s,
                                   "\xE2\x82"s,
                                   "\xE2\x28\xA1"s,
                                   "\xE2\x82\x28"s,
                                   "\xF0\x8F\xBF\xBF"s,
                                   "\xF0\x9F\x98"s,
                                   "\xF4\x90\x80\x80"s,
                                   "\xF5\x80\x80\x80"s,
                                   "\xF8\x88\x80\x80\x80"s,
                                   "\xFE"s,
                                   "\xFF"s}) {
    // At every offset from the blocks of eight.
    for (std::size_t before = 0; before < 10; ++before) {
      EXPECT_FALSE(IsValidUtf8(std::string(before, 'a') + bytes)) << before;
      EXPECT_FALSE(IsValidUtf8(std::string(before, 'a') + bytes + "aaaaaaaa")) << before;
    }
  }
  EXPECT_TRUE(IsValidUtf8(""));
  EXPECT_TRUE(IsValidUtf8("a\0b"s));
  EXPECT_TRUE(IsValidUtf8("plain text of more than eight bytes, then é € 😀 and more"));
}

TEST(CountCodePoints, CountsFirstBytes) {
  EXPECT_EQ(CountCodePoints(""), 0u);
  EXPECT_EQ(CountCodePoints("äöü"), 3u);
  EXPECT_EQ(CountCodePoints("a😀e\u0301"), 4u);
}

TEST(NormalizeNfc, Composes) {
  const struct {
    std::string_view text;
    std::string_view normal;
  } cases[] = {
      {"", ""},
      {"plain", "plain"},
      {"Beschäftigte", "Beschäftigte"},
      {"e\u0301", "é"},
      {"\u1E9B\u0323", "\u1E9B\u0323"},
      // Marks are ordered by class, then composed.
      {"q\u0307\u0323", "q\u0323\u0307"},
      {"s\u0307\u0323", "\u1E69"},
      // Singletons, and what is excluded from composition.
      {"\u212B", "Å"},
      {"\u2126", "Ω"},
      {"\u0958", "\u0915\u093C"},
      // Hangul.
      {"\u1112\u1161\u11AB", "한"},
      // Compatibility characters stay.
      {"\uFB01", "\uFB01"},
      {"\u00BD", "\u00BD"},
      {"Ελλάδα Привет 東京 😀", "Ελλάδα Привет 東京 😀"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(Nfc(c.text), c.normal) << c.text;
  }
}

TEST(NormalizeNfc, GivesBackWhatIsNormal) {
  Arena arena;
  // The last has a mark, which is not seen to be normal at once.
  for (const std::string_view text :
       {"plain", "Beschäftigte", "東京 😀", "Привет", "한국", "Tiếng Việt", "q\u0323"}) {
    EXPECT_EQ(NormalizeNfc(text, arena).data(), text.data()) << text;
  }
}

TEST(NormalizeNfc, IsQuickOnLongRunsOfMarks) {
  std::string text = "a";
  std::string normal = "a";
  for (int i = 0; i < 100'000; ++i) {
    text += "\u0334\u0327\u0316";
  }
  for (const char* mark : {"\u0334", "\u0327", "\u0316"}) {
    for (int i = 0; i < 100'000; ++i) {
      normal += mark;
    }
  }
  EXPECT_EQ(Nfc(text), normal);
}

TEST(FoldCase, IsSimple) {
  const struct {
    std::string_view text;
    std::string_view folded;
  } cases[] = {
      {"", ""},
      {"small", "small"},
      {"MiXeD 12", "mixed 12"},
      {"STRASSE", "strasse"},
      {"Straße", "straße"},
      {"STRAẞE", "straße"},
      {"ÄÖÜ", "äöü"},
      {"İ", "İ"},
      {"ı", "ı"},
      {"Σίσυφος", "σίσυφοσ"},
      {"\u00B5", "\u03BC"},
      {"ſ", "s"},
      {"K", "k"},
      {"Ǆ ǅ ǆ", "ǆ ǆ ǆ"},
      {"ᾈ", "ᾀ"},
      // Cherokee folds to capitals.
      {"\u13A0\uAB70\u13F8", "\u13A0\u13A0\u13F0"},
      // From two bytes to three, and back.
      {"\u023A\u023A\u023A", "\u2C65\u2C65\u2C65"},
      {"\U00010400", "\U00010428"},
      {"ﬁ", "ﬁ"},
      {"Привет", "привет"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(FoldCase(c.text), c.folded) << c.text;
  }
}

TEST(LowerCase, IsSimple) {
  EXPECT_EQ(Lower("MiXeD ÄÖ"), "mixed äö");
  EXPECT_EQ(Lower("STRAẞE"), "straße");
  EXPECT_EQ(Lower("İ"), "i");
  EXPECT_EQ(Lower("ΣΣ"), "σσ");
  EXPECT_EQ(Lower("ς"), "ς");
  EXPECT_EQ(Lower("\u13A0"), "\uAB70");
}

TEST(Trim, DropsUnicodeWhiteSpace) {
  const struct {
    std::string_view text;
    std::string_view trimmed;
  } cases[] = {
      {"", ""},
      {"a", "a"},
      {" \t\r\n", ""},
      {"\u00A0\u2003\u3000", ""},
      {"  ÄB\t", "ÄB"},
      {"\u3000東 京\u2028", "東 京"},
      // No white space: zero-width space, word joiner, byte order mark.
      {"\u200Ba\u2060", "\u200Ba\u2060"},
      {" \uFEFFa", "\uFEFFa"},
      {"\u0085x\u0085", "x"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(Trim(c.text), c.trimmed) << c.text;
  }
}

TEST(CountWords, CountsRuns) {
  const struct {
    std::string_view text;
    std::size_t words;
  } cases[] = {{"", 0},    {"   ", 0},   {"one", 1}, {" a bb  cö ", 3}, {"a\u00A0b\u3000c", 3},
               {"a-b", 1}, {"\u200B", 1}};
  for (const auto& c : cases) {
    EXPECT_EQ(CountWords(c.text), c.words) << c.text;
  }
}

TEST(PrefixAndSuffix, CountCodePoints) {
  const struct {
    std::string_view text;
    std::size_t n;
    std::string_view prefix;
    std::string_view suffix;
  } cases[] = {
      {"", 3, "", ""},
      {"abcz", 0, "", ""},
      {"abcz", 2, "ab", "cz"},
      {"abcz", 4, "abcz", "abcz"},
      {"z", 2, "z", "z"},
      {"äö😀", 1, "ä", "😀"},
      {"äö😀", 2, "äö", "ö😀"},
      // A combining mark counts on its own.
      {"q\u0323x\u0323", 1, "q", "\u0323"},
      {"abc", ~std::size_t{0}, "abc", "abc"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(Prefix(c.text, c.n), c.prefix) << c.text;
    EXPECT_EQ(Suffix(c.text, c.n), c.suffix) << c.text;
  }
}

}  // namespace
}  // namespace lq
