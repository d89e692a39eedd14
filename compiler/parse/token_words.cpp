#include "compiler/parse/token_words.h"

#include <map>
#include <string>
#include <vector>

#include "LqLexer.h"
#include "compiler/parse/byte_stream.h"

namespace lq::parse {
namespace {

struct TypeTable {
  std::vector<std::string> words;
  std::vector<WordUse> uses;
  std::map<std::string_view, std::size_t> types;
};

bool IsWord(std::string_view text) {
  return !text.empty() && text.front() >= 'a' && text.front() <= 'z';
}

TypeTable MakeTable() {
  ByteStream none("");
  const LqLexer lexer(&none);
  const antlr4::dfa::Vocabulary& vocabulary = lexer.getVocabulary();
  TypeTable table;
  table.words.resize(vocabulary.getMaxTokenType() + 1);
  table.uses.resize(table.words.size(), WordUse::kNone);
  for (std::size_t type = 0; type < table.words.size(); ++type) {
    // 'rule', in its quotes.
    const std::string literal = vocabulary.getLiteralName(type);
    if (literal.size() <= 2 || !IsWord(literal.substr(1)))
      continue;
    table.words[type] = literal.substr(1, literal.size() - 2);
    table.uses[type] = UseOf(table.words[type]);
    table.types.emplace(table.words[type], type);
  }
  return table;
}

const TypeTable& Table() {
  static const TypeTable table = MakeTable();
  return table;
}

}  // namespace

std::string_view WordOfType(std::size_t type) {
  return type < Table().words.size() ? std::string_view(Table().words[type]) : std::string_view();
}

WordUse UseOfType(std::size_t type) {
  return type < Table().uses.size() ? Table().uses[type] : WordUse::kNone;
}

std::size_t TypeOfWord(std::string_view word) {
  const auto found = Table().types.find(word);
  return found == Table().types.end() ? 0 : found->second;
}

std::vector<std::string_view> AllWords() {
  std::vector<std::string_view> words;
  for (const auto& [word, type] : Table().types)
    words.push_back(word);
  return words;
}

}  // namespace lq::parse
