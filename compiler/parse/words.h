#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/syntax/unit.h"

namespace lq::parse {

// What a word of the language is for. A statement begins with a kStatement word, a clause with a
// kClause word; a kOperator word joins values. All three are reserved as bare names.
enum class WordUse : std::uint8_t { kNone, kStatement, kClause, kOperator };

WordUse UseOf(std::string_view word);

inline bool BeginsClause(std::string_view word) {
  const WordUse use = UseOf(word);
  return use == WordUse::kStatement || use == WordUse::kClause;
}

// The kinds of unit that a statement may stand in; nothing when no statement begins with the word.
// `rules` stands for `rules table`.
std::vector<syntax::UnitKind> UnitsOf(std::string_view word);

// Words that begin a statement in that unit, in the order of the alphabet.
std::vector<std::string_view> StatementsOf(syntax::UnitKind kind);

// Every reserved word.
std::vector<std::string_view> ReservedWords();

}  // namespace lq::parse
