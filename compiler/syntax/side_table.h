#pragma once

#include <cstdint>
#include <vector>

#include "compiler/base/source.h"

namespace lq::syntax {

// `#` to the end of its line, without white space behind it.
struct Comment {
  Span span;
  // The token that follows; the number of tokens behind the last one.
  std::uint32_t before = 0;
};

// What a tree leaves out of its text, for whoever must keep all of it.
struct SideTable {
  // Every word, number, text and sign, in order; no line ends.
  std::vector<Span> tokens;
  std::vector<Comment> comments;
  // Where the clauses of statements and the rows of tables begin, in order: bytes.
  std::vector<std::uint32_t> clauses;
};

}  // namespace lq::syntax
