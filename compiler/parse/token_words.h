#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "compiler/parse/words.h"

namespace lq::parse {

// The word of the language that a token type stands for; empty for names, constants and signs.
std::string_view WordOfType(std::size_t type);

// The use of that word.
WordUse UseOfType(std::size_t type);

// The type of a word of the language, 0 for any other word.
std::size_t TypeOfWord(std::string_view word);

// Every word of the language, the free ones too.
std::vector<std::string_view> AllWords();

inline bool BeginsClause(std::size_t type) {
  const WordUse use = UseOfType(type);
  return use == WordUse::kStatement || use == WordUse::kClause;
}

}  // namespace lq::parse
