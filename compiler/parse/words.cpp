#include "compiler/parse/words.h"

#include <algorithm>
#include <array>

namespace lq::parse {
namespace {

using syntax::UnitKind;

// The units a statement may stand in, as bits.
constexpr std::uint8_t kSchema = 1;
constexpr std::uint8_t kLibrary = 2;
constexpr std::uint8_t kPolicy = 4;
constexpr std::uint8_t kTests = 8;
constexpr std::uint8_t kSource = 16;
constexpr std::uint8_t kAll = 31;

struct Word {
  std::string_view text;
  WordUse use = WordUse::kNone;
  std::uint8_t units = 0;
};

constexpr Word Statement(std::string_view text, unsigned units) {
  return {text, WordUse::kStatement, static_cast<std::uint8_t>(units)};
}

// Words that begin a file or follow another word (`only test`).
constexpr auto kStatements = std::to_array<Word>({
    Statement("cases", kTests),
    Statement("change", kPolicy),
    Statement("content", kPolicy),
    Statement("define", kPolicy),
    Statement("derived", kSchema | kPolicy),
    Statement("each", kSource),
    Statement("edition", 0),
    Statement("enum", kSchema | kLibrary | kPolicy),
    Statement("evidence", kPolicy),
    Statement("field", kSchema | kSource),
    Statement("fixture", kPolicy | kTests),
    Statement("format", kSource),
    Statement("gives", kSource),
    Statement("group", kPolicy),
    Statement("guard", kPolicy),
    Statement("ignore", kSource),
    Statement("languages", kPolicy),
    Statement("library", 0),
    Statement("lookup", kLibrary | kPolicy),
    Statement("only", kTests),
    Statement("outcomes", kPolicy),
    Statement("output", kPolicy),
    Statement("owner", kAll),
    Statement("parameter", kLibrary | kPolicy),
    Statement("pattern", kLibrary | kPolicy),
    Statement("policy", 0),
    Statement("property", kTests),
    Statement("purpose", kAll),
    Statement("reports", kSource),
    Statement("review", kPolicy),
    Statement("rule", kPolicy),
    Statement("rules", kPolicy),
    Statement("schema", 0),
    Statement("score", kPolicy),
    Statement("set", kLibrary | kPolicy),
    Statement("source", 0),
    Statement("table", kPolicy | kTests),
    Statement("test", kTests),
    Statement("tests", 0),
    Statement("toggle", kPolicy),
    Statement("uses", kSchema | kLibrary | kPolicy | kSource),
});

constexpr auto kClauses = std::to_array<std::string_view>(
    {"add",       "as",       "ask",       "at",         "band",       "because",   "begins",
     "but",       "by",       "choose",    "deprecated", "doubtful",   "else",      "example",
     "expect",    "from",     "given",     "hit",        "identifies", "if",        "key",
     "missing",   "needs",    "never",     "optional",   "otherwise",  "overrides", "protected",
     "reason",    "required", "separator", "sources",    "stale",      "subtract",  "supports",
     "undecided", "unless",   "weakens",   "when",       "where",      "within"});

constexpr auto kOperators = std::to_array<std::string_view>(
    {"after",   "and",   "any",     "before",   "between",  "confidence", "contains",
     "divided", "ends",  "has",     "ignoring", "in",       "is",         "known",
     "matches", "minus", "no",      "not",      "now",      "of",         "off",
     "on",      "or",    "outcome", "plus",     "rounding", "since",      "starts",
     "tension", "times", "to",      "today",    "yes"});

const Word* FindStatement(std::string_view text) {
  const auto found =
      std::lower_bound(kStatements.begin(), kStatements.end(), text,
                       [](const Word& word, std::string_view t) { return word.text < t; });
  return found != kStatements.end() && found->text == text ? &*found : nullptr;
}

constexpr std::uint8_t BitOf(UnitKind kind) {
  switch (kind) {
    case UnitKind::kSchema:
      return kSchema;
    case UnitKind::kLibrary:
      return kLibrary;
    case UnitKind::kPolicy:
      return kPolicy;
    case UnitKind::kTests:
      return kTests;
    case UnitKind::kSource:
      return kSource;
    case UnitKind::kUnknown:
      return 0;
  }
  return 0;
}

// Statements whose first word is no statement's word everywhere else.
std::uint8_t UnitBits(std::string_view text) {
  if (text == "other")
    return kSchema;
  if (text == "missing" || text == "at" || text == "lead")
    return kSource;
  const Word* word = FindStatement(text);
  return word == nullptr ? 0 : word->units;
}

}  // namespace

WordUse UseOf(std::string_view word) {
  if (FindStatement(word) != nullptr)
    return WordUse::kStatement;
  if (std::binary_search(kClauses.begin(), kClauses.end(), word))
    return WordUse::kClause;
  if (std::binary_search(kOperators.begin(), kOperators.end(), word))
    return WordUse::kOperator;
  return WordUse::kNone;
}

std::vector<UnitKind> UnitsOf(std::string_view word) {
  const std::uint8_t bits = UnitBits(word);
  std::vector<UnitKind> kinds;
  for (const UnitKind kind : {UnitKind::kSchema, UnitKind::kLibrary, UnitKind::kPolicy,
                              UnitKind::kTests, UnitKind::kSource}) {
    if ((bits & BitOf(kind)) != 0)
      kinds.push_back(kind);
  }
  return kinds;
}

std::vector<std::string_view> StatementsOf(UnitKind kind) {
  std::vector<std::string_view> words;
  for (const Word& word : kStatements) {
    if ((word.units & BitOf(kind)) != 0)
      words.push_back(word.text);
  }
  for (const std::string_view other : {"at", "lead", "missing", "other"}) {
    if ((UnitBits(other) & BitOf(kind)) != 0)
      words.push_back(other);
  }
  std::sort(words.begin(), words.end());
  return words;
}

std::vector<std::string_view> ReservedWords() {
  std::vector<std::string_view> words;
  for (const Word& word : kStatements)
    words.push_back(word.text);
  words.insert(words.end(), kClauses.begin(), kClauses.end());
  words.insert(words.end(), kOperators.begin(), kOperators.end());
  std::sort(words.begin(), words.end());
  return words;
}

}  // namespace lq::parse
