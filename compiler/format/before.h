#pragma once

#include <cstdint>
#include <vector>

namespace lq::format {

// Whether a token begins a line.
enum class Break : std::uint8_t {
  kNever,
  // Where it did in the text.
  kKept,
  // The same, and where the line would get too long without.
  kMay,
  // As kMay, all of its line together.
  kTogether,
  kAlways,
};

// What stands before a token.
struct Before {
  Break line = Break::kNever;
  // Of the breaks that would mend a line that is too long the lowest rank is taken.
  std::uint8_t rank = 0;
  // The list whose items are filled into lines anew when one of these is too long; 0: none.
  std::uint32_t list = 0;
  // When the token goes on with a line.
  std::uint8_t spaces = 1;
  // The column of `group` that the token begins, from 1; 0: none.
  std::uint8_t column = 0;
  std::uint32_t group = 0;
  // When the token begins a line.
  std::uint16_t indent = 0;
  // Blank lines above are kept, as one; or there is one in any case.
  bool keeps_blank = false;
  bool wants_blank = false;
};

// Columns that lines share.
struct Group {
  // Of what stands before each column.
  std::vector<std::uint16_t> widths;
  // What is wider takes no part.
  std::uint16_t widest = 0;
};

// Of columns, and of the columns of tables.
constexpr std::uint16_t kWidestCell = 80;
constexpr std::uint16_t kWidestTableCell = 120;

}  // namespace lq::format
