#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lq::check {

// One piece of a content's text.
struct ContentPiece {
  // Literal text, or a placeholder's fallback.
  std::string text;
  bool is_placeholder = false;
  // Of a placeholder: `company.size` in `{company.size else 'many'}`.
  std::string name;
  bool has_fallback = false;
  // Byte offset in the text of the `{` of a placeholder, and of its name.
  std::size_t begin = 0;
  std::size_t name_begin = 0;
};

struct ContentProblem {
  // "is not closed by `}`"; of the placeholder that begins at `begin`.
  std::string text;
  std::size_t begin = 0;
};

struct ContentPieces {
  std::vector<ContentPiece> pieces;
  std::vector<ContentProblem> problems;
};

// Takes the text of a content apart: `{name}`, `{name else 'fallback'}`; `{{` is a brace. What is
// wrong is listed, and taken as literal text.
ContentPieces ParseContent(std::string_view text);

// For each byte of what a text means, and for its end, the byte offset in the text as written in a
// file, quotes and escapes included. A byte within an escape is where the escape ends.
std::vector<std::uint32_t> WrittenOffsets(std::string_view written);

}  // namespace lq::check
