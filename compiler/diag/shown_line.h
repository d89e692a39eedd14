#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lq {

// Text that a terminal cannot be tricked with: broken UTF-8, control characters and those that turn
// the direction of writing become U+FFFD, a tab becomes four spaces.
std::string Printable(std::string_view text);
// How many columns Printable(text) takes, one a code point.
std::size_t PrintedWidth(std::string_view text);

// A source line as a message shows it: long ones are cut around the bytes that matter.
class ShownLine {
 public:
  // `focus` is a byte offset within `line`.
  ShownLine(std::string_view line, std::size_t focus);
  const std::string& text() const { return text_; }
  // The column (from 0) at which byte `offset` of the line is shown; offsets that were cut away are
  // shown at the nearer end.
  std::size_t Column(std::size_t offset) const;

 private:
  std::string_view kept_;
  std::size_t kept_begin_ = 0;
  std::size_t lead_in_ = 0;
  std::string text_;
};

}  // namespace lq
