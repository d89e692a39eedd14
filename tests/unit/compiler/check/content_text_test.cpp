#include "compiler/check/content_text.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace lq::check {
namespace {

// Pieces as `text`, `<name>` and `<name|fallback>`, problems as `!problem@offset`.
std::string Shown(std::string_view text) {
  const ContentPieces parsed = ParseContent(text);
  std::string shown;
  for (const ContentPiece& piece : parsed.pieces) {
    if (!piece.is_placeholder) {
      shown += piece.text;
    } else {
      shown += piece.has_fallback ? fmt::format("<{}|{}>", piece.name, piece.text)
                                  : fmt::format("<{}>", piece.name);
    }
  }
  for (const ContentProblem& problem : parsed.problems) {
    shown += fmt::format(" !{}@{}", problem.text, problem.begin);
  }
  return shown;
}

TEST(ContentText, Placeholders) {
  EXPECT_EQ(Shown(""), "");
  EXPECT_EQ(Shown("plain }"), "plain }");
  EXPECT_EQ(Shown("{company.size} people in {country}."), "<company.size> people in <country>.");
  EXPECT_EQ(Shown("Hello {name else 'there'}!"), "Hello <name|there>!");
  EXPECT_EQ(Shown("Hello {name else ''}!"), "Hello <name|>!");
  EXPECT_EQ(Shown("{ name  else  'a {b} c' }"), "<name|a {b} c>");
  EXPECT_EQ(Shown("{elsewhere}"), "<elsewhere>");
  EXPECT_EQ(Shown("{{name}"), "{name}");
  EXPECT_EQ(Shown("{{{a}"), "{<a>");
}

TEST(ContentText, Problems) {
  EXPECT_EQ(Shown("a {}"), "a {} !names nothing@2");
  EXPECT_EQ(Shown("a {B} b"), "a {B} b !names nothing@2");
  EXPECT_EQ(Shown("{a"), "{a !is not closed after its name or fallback@0");
  EXPECT_EQ(Shown("{a b} c"), "{a b} c !is not closed after its name or fallback@0");
  EXPECT_EQ(Shown("{a.} c"), "{a.} c !is not closed after its name or fallback@0");
  EXPECT_EQ(Shown("{a else \"b\"} c"),
            "{a else \"b\"} c !has a fallback that is not in single quotes@0");
  EXPECT_EQ(Shown("{a else 'b} c"), "{a else 'b} c !has a fallback that is not in single quotes@0");
}

TEST(ContentText, PlacesInTheFile) {
  using Offsets = std::vector<std::uint32_t>;
  EXPECT_EQ(WrittenOffsets("\"ab\""), (Offsets{1, 2, 3, 4}));
  EXPECT_EQ(WrittenOffsets(R"("\n\"x")"), (Offsets{1, 3, 5, 6, 7}));
  // A code point of four bytes, and one of two.
  EXPECT_EQ(WrittenOffsets(R"("\u{1F600}x")"), (Offsets{1, 10, 10, 10, 10, 11, 12}));
  EXPECT_EQ(WrittenOffsets(R"("\u{E9}x")"), (Offsets{1, 7, 7, 8, 9}));
}

}  // namespace
}  // namespace lq::check
