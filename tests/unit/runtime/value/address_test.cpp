#include "runtime/value/address.h"

#include <random>
#include <string>

#include <gtest/gtest.h>

namespace lq {
namespace {

// The normal form, or "-" for none.
template <typename Normalize>
std::string Normal(Normalize normalize, std::string_view text) {
  Arena arena;
  const auto normal = normalize(text, arena);
  return normal ? std::string(*normal) : "-";
}

std::string Labels(std::size_t count, std::size_t size) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    text += std::string(size, 'a') + '.';
  }
  return text;
}

// A capital letter in the local part keeps an address from being taken at first sight, and changes
// nothing else.
TEST(NormalizeEmail, AtFirstSightAsWithASecondLook) {
  constexpr std::string_view kBytes = "ab1...-@@xn_A:";
  std::mt19937 random(1);
  int normal = 0;
  for (int i = 0; i < 200'000; ++i) {
    std::string rest(random() % (i % 100 == 0 ? 80 : 12), ' ');
    for (char& c : rest)
      c = random() % 5 == 0 ? kBytes[random() % kBytes.size()] : 'c';
    const std::string first = Normal(NormalizeEmail, "q" + rest);
    const std::string second = Normal(NormalizeEmail, "Q" + rest);
    ASSERT_EQ(first.substr(1), second.substr(1)) << rest;
    normal += first == "-" ? 0 : 1;
  }
  EXPECT_GT(normal, 1'000);
}

TEST(NormalizeDomain, LowersAndEncodes) {
  const struct {
    std::string_view text;
    std::string_view normal;
  } cases[] = {
      {"firm.example", "firm.example"},
      {"Firm.EXAMPLE", "firm.example"},
      {"a.b", "a.b"},
      {"1.2.3.4", "1.2.3.4"},
      {"r3---sn.example", "r3---sn.example"},
      {"bücher.example", "xn--bcher-kva.example"},
      {"BÜCHER.Example", "xn--bcher-kva.example"},
      {"bu\u0308cher.example", "xn--bcher-kva.example"},
      {"XN--BCHER-KVA.Example", "xn--bcher-kva.example"},
      // Non-transitional: ß and the final sigma stay.
      {"faß.example", "xn--fa-hia.example"},
      {"例え。テスト", "xn--r8jz45g.xn--zckzah"},
      {"ｆｉｒｍ．ｅｘａｍｐｌｅ", "firm.example"},
      {"fi\u00ADrm.example", "firm.example"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(Normal(NormalizeDomain, c.text), c.normal) << c.text;
  }
}

TEST(NormalizeDomain, RefusesWhatIsNone) {
  using std::string_literals::operator""s;
  for (const std::string& text : {""s,
                                  "."s,
                                  "firm"s,
                                  "firm."s,
                                  ".firm"s,
                                  "firm.example."s,
                                  "a..b"s,
                                  "-a.example"s,
                                  "a-.example"s,
                                  "a_b.example"s,
                                  "a b.example"s,
                                  " firm.example"s,
                                  "firm.example\n"s,
                                  "a@b.example"s,
                                  "a\0b.example"s,
                                  "ü\0.example"s,
                                  "bücher"s,
                                  "bücher.example."s,
                                  "xn--a.example"s,
                                  "xn--zzzzzz99999.example"s,
                                  "a_b.bücher.example"s,
                                  "-ü.example"s,
                                  "a/b.example"s,
                                  "https://firm.example"s,
                                  "firm.example:80"s,
                                  "\u0301a.example"s}) {
    EXPECT_EQ(Normal(NormalizeDomain, text), "-") << text;
  }
}

TEST(NormalizeDomain, KeepsToTheLengths) {
  EXPECT_NE(Normal(NormalizeDomain, Labels(1, 63) + "example"), "-");
  EXPECT_EQ(Normal(NormalizeDomain, Labels(1, 64) + "example"), "-");
  EXPECT_NE(Normal(NormalizeDomain, Labels(63, 3) + "b"), "-");
  EXPECT_NE(Normal(NormalizeDomain, Labels(126, 1) + "b"), "-");
  EXPECT_EQ(Normal(NormalizeDomain, Labels(126, 1) + "bb"), "-");
  EXPECT_EQ(Normal(NormalizeDomain, Labels(1'000'000, 1) + "b"), "-");
  std::string umlauts = "example";
  for (int i = 0; i < 100'000; ++i) {
    umlauts += ".ü";
  }
  EXPECT_EQ(Normal(NormalizeDomain, umlauts), "-");
}

TEST(NormalizeDomain, GivesBackWhatIsNormal) {
  Arena arena;
  const std::string_view text = "firm.example";
  EXPECT_EQ(NormalizeDomain(text, arena)->data(), text.data());
}

TEST(NormalizeEmail, KeepsTheLocalPartAsTyped) {
  const struct {
    std::string_view text;
    std::string_view normal;
  } cases[] = {
      {"ana@firm.example", "ana@firm.example"},
      {"Ana@FIRM.example", "Ana@firm.example"},
      {"a.b+c=d!#$%&'*/?^_`{|}~-@firm.example", "a.b+c=d!#$%&'*/?^_`{|}~-@firm.example"},
      {"jürgen@bücher.example", "jürgen@xn--bcher-kva.example"},
      {"ju\u0308rgen@Firm.example", "jürgen@firm.example"},
      {"1@2.3", "1@2.3"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(Normal(NormalizeEmail, c.text), c.normal) << c.text;
  }
}

TEST(NormalizeEmail, RefusesWhatIsNone) {
  for (const std::string_view text : {"",
                                      "@",
                                      "ana",
                                      "ana@",
                                      "@firm.example",
                                      "ana at firm.example",
                                      "ana@firm",
                                      "ana@@firm.example",
                                      "a@b@firm.example",
                                      ".ana@firm.example",
                                      "ana.@firm.example",
                                      "a..b@firm.example",
                                      "a b@firm.example",
                                      " ana@firm.example",
                                      "ana@firm.example ",
                                      "a\u00A0b@firm.example",
                                      "a\u2003@firm.example",
                                      "\"ana\"@firm.example",
                                      "a\"@firm.example",
                                      "a(b@firm.example",
                                      "a)b@firm.example",
                                      "a,b@firm.example",
                                      "a:b@firm.example",
                                      "a;b@firm.example",
                                      "a<b@firm.example",
                                      "a>b@firm.example",
                                      "a[b@firm.example",
                                      "a]b@firm.example",
                                      "a\\b@firm.example",
                                      "Ana <ana@firm.example>",
                                      "mailto:ana@firm.example",
                                      "ana@firm.example,bob@firm.example",
                                      "a\tb@firm.example",
                                      "ana@-firm.example"}) {
    EXPECT_EQ(Normal(NormalizeEmail, text), "-") << text;
  }
}

TEST(NormalizeEmail, KeepsToTheLengths) {
  EXPECT_NE(Normal(NormalizeEmail, std::string(64, 'a') + "@firm.example"), "-");
  EXPECT_EQ(Normal(NormalizeEmail, std::string(65, 'a') + "@firm.example"), "-");
  std::string umlauts;
  for (int i = 0; i < 64; ++i) {
    umlauts += "ü";
  }
  EXPECT_NE(Normal(NormalizeEmail, umlauts + "@firm.example"), "-");
  EXPECT_EQ(Normal(NormalizeEmail, umlauts + "ü@firm.example"), "-");
}

TEST(NormalizePhone, DropsDecoration) {
  const struct {
    std::string_view text;
    std::string_view normal;
  } cases[] = {
      {"+49301234567", "+49301234567"},         {"+49 (30) 123-45.67", "+49301234567"},
      {" (+49) 30 1234567 ", "+49301234567"},   {"+1234567", "+1234567"},
      {"+123456789012345", "+123456789012345"}, {"+1 - - (234) ...... 567          ", "+1234567"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(Normal(NormalizePhone, c.text), c.normal) << c.text;
  }
}

TEST(NormalizePhone, RefusesWhatIsNone) {
  for (const std::string_view text :
       {"", "+", "+ ", "49301234567", "0049301234567", "+49 301", "+123456", "+1234567890123456",
        "+0491234567", "++49301234567", "+49+301234567", "+49/30/1234567", "+49 30 123x567",
        "+49301234567 ext 5", "+\u0664\u0669301234567", "tel:+49301234567", "+49\t301234567"}) {
    EXPECT_EQ(Normal(NormalizePhone, text), "-") << text;
  }
}

}  // namespace
}  // namespace lq
