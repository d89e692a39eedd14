// The lists of words in words.cpp are those of the grammar and of its README.
#include "compiler/parse/words.h"

#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "compiler/parse/parse.h"

namespace lq {
namespace {

std::string ReadFile(const std::string& path) {
  std::ifstream in(std::string(LQ_SOURCE_DIR) + path);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

// Words between `open` and `close`, both the same sign, of the text between two lines.
std::vector<std::string> Quoted(const std::string& text, const std::string& from,
                                const std::string& to, char quote) {
  const std::size_t begin = text.find(from);
  const std::string part = text.substr(begin, text.find(to, begin) - begin);
  std::vector<std::string> words;
  for (std::size_t open = part.find(quote); open != std::string::npos;
       open = part.find(quote, open)) {
    const std::size_t close = part.find(quote, open + 1);
    if (close == std::string::npos) {
      break;
    }
    words.push_back(part.substr(open + 1, close - open - 1));
    open = close + 1;
  }
  std::sort(words.begin(), words.end());
  return words;
}

bool CanBeDefined(const std::string& word) {
  SourceMap sources;
  const FileId file =
      sources.Add("a.lq", "edition 2026\npolicy p version 1\ndefine " + word + " when yes\n");
  Diagnostics diagnostics;
  Parse(sources, file, diagnostics);
  return !diagnostics.has_errors();
}

// Declared names that the checker refuses, since they mean something in every expression.
bool IsReadable(std::string_view word) {
  return word == "today" || word == "now" || word == "outcome" || word == "confidence" ||
         word == "tension";
}

TEST(Words, ReservedWordsAreNoBareNames) {
  for (const std::string_view word : parse::ReservedWords()) {
    EXPECT_EQ(CanBeDefined(std::string(word)), IsReadable(word)) << word;
  }
}

TEST(Words, FreeWordsAreNames) {
  const std::vector<std::string> free =
      Quoted(ReadFile("/grammar/LqLexer.g4"), "// Words that mean something in one place",
             "// A field's path", '\'');
  EXPECT_GT(free.size(), 50U);
  for (const std::string& word : free) {
    EXPECT_TRUE(CanBeDefined(word)) << word;
  }
}

TEST(Words, TheReadmeListsTheReservedOnes) {
  const std::vector<std::string> listed =
      Quoted(ReadFile("/grammar/README.md"),
             "Words that begin a statement:", "All other words are free", '`');
  std::vector<std::string> reserved;
  for (const std::string_view word : parse::ReservedWords()) {
    reserved.emplace_back(word);
  }
  EXPECT_EQ(listed, reserved);
}

TEST(Words, EachStatementStandsInSomeUnit) {
  for (const syntax::UnitKind kind :
       {syntax::UnitKind::kSchema, syntax::UnitKind::kLibrary, syntax::UnitKind::kPolicy,
        syntax::UnitKind::kTests, syntax::UnitKind::kSource}) {
    for (const std::string_view word : parse::StatementsOf(kind)) {
      const std::vector<syntax::UnitKind> units = parse::UnitsOf(word);
      EXPECT_NE(std::find(units.begin(), units.end(), kind), units.end()) << word;
    }
  }
  EXPECT_TRUE(parse::UnitsOf("when").empty());
}

}  // namespace
}  // namespace lq
