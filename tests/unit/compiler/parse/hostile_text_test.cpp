// Texts that would stop a parser dead: each gets a message, and none takes long.
#include <gtest/gtest.h>

#include "compiler/diag/render.h"
#include "compiler/parse/parse.h"

namespace lq {
namespace {

const std::string kPolicy = "edition 2026\npolicy p version 1\n";
const std::string kWhen = kPolicy + "define x when ";

std::string Repeat(std::string_view piece, std::size_t times) {
  std::string text;
  text.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) {
    text += piece;
  }
  return text;
}

// The codes of what is reported.
std::vector<int> Codes(std::string text) {
  SourceMap sources;
  const FileId file = sources.Add("a.lq", std::move(text));
  Diagnostics diagnostics;
  Parse(sources, file, diagnostics);
  std::vector<int> codes;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    codes.push_back(Describe(diagnostic.kind).code);
  }
  EXPECT_EQ(RenderText(diagnostics, sources, {}).empty(), codes.empty());
  return codes;
}

const std::vector<int> kOneLimit = {901};

TEST(HostileText, IsRefusedBeyondALimit) {
  const std::vector<std::pair<std::string_view, std::string>> cases = {
      {"nested parentheses", kWhen + Repeat("(", 100'000) + "a" + Repeat(")", 100'000)},
      {"unclosed parentheses", kWhen + Repeat("(", 20'000)},
      {"nested lists", kWhen + Repeat("a in [", 20'000)},
      {"a chain of operators", kWhen + Repeat("a and ", 100'000) + "a"},
      {"a chain of sums", kWhen + Repeat("1 plus ", 100'000) + "1 at least 1"},
      {"5,001 terms", kWhen + Repeat("a or ", 5'000) + "a"},
      {"5,001 terms in parentheses",
       kWhen + "(" + Repeat("a or ", 3'000) + "a) and (" + Repeat("b or ", 3'000) + "b)"},
      {"a long name", "edition 2026\npolicy " + std::string(5'000'000, 'a')},
      {"a million words", Repeat("a ", 1'100'000)},
      {"a long list",
       "edition 2026\nlibrary l version 1\nset s is [" + Repeat("a,", 400'000) + "a]"},
      {"many statements", kPolicy + Repeat("owner \"x\"\n", 100'100)},
  };
  for (const auto& [name, text] : cases) {
    EXPECT_EQ(Codes(text), kOneLimit) << name;
  }
}

TEST(HostileText, IsFineUpToALimit) {
  EXPECT_TRUE(Codes(kWhen + Repeat("(", 64) + "a" + Repeat(")", 64)).empty());
  EXPECT_TRUE(Codes(kWhen + Repeat("a or ", 4'999) + "a").empty());
  EXPECT_TRUE(Codes(kWhen + Repeat("a between 1 and 2 and ", 4'999) + "a").empty());
  EXPECT_TRUE(
      Codes("edition 2026\nlibrary l version 1\nset s is [" + Repeat("a,", 90'000) + "a]").empty());
  const std::string rows = Repeat("  | at least 5 | \"b\" |\n", 20'000);
  EXPECT_TRUE(Codes(kPolicy + "table a gives text\n  | x | a |\n" + rows).empty());
}

TEST(HostileText, BrokenUtf8IsRefused) {
  for (const std::string_view bytes :
       {"\xFF", "\xC0\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xE2\x82"}) {
    EXPECT_EQ(Codes(kPolicy + std::string(bytes)), std::vector<int>{101});
  }
}

TEST(HostileText, AlwaysEnds) {
  const std::vector<std::string> texts = {
      std::string(60'000, '\0'),
      Repeat("\"", 60'000),
      Repeat("“", 20'000),
      Repeat("|", 60'000),
      kPolicy + Repeat("rule\n", 12'000),
      kPolicy + "rule r\n" + Repeat("when\n", 12'000),
      kPolicy + "table t\n" + Repeat("|", 60'000),
      kPolicy + Repeat("table t\n| a", 6'000),
      kWhen + Repeat("not ", 100'000),
      kWhen + Repeat("!", 100'000),
      kWhen + Repeat("a of ", 20'000),
      kPolicy + "outcomes strongest first " + Repeat("a, ", 10'000),
      Repeat("}", 60'000),
      kPolicy + "purpose \"" + Repeat("\\q", 30'000) + "\"",
  };
  for (const std::string& text : texts) {
    const std::vector<int> codes = Codes(text);
    EXPECT_FALSE(codes.empty());
    EXPECT_LE(codes.size(), 201U);
  }
}

}  // namespace
}  // namespace lq
