#pragma once

#include <array>
#include <cstdint>

#include "runtime/value/value.h"

namespace lq::batch {

// Rows are looked at in blocks of so many, so that their values stay in the nearest memory.
inline constexpr std::int64_t kBlockRows = 1024;
inline constexpr std::size_t kBlockWords = kBlockRows / 64;

// A bit a row of a block.
using RowBits = std::array<std::uint64_t, kBlockWords>;

// What a column says of the rows of a block, for what looks at many rows at once.
struct ColumnSlice {
  // A value a row: of types whose values are numbers, in the units of Value; else null.
  const std::int64_t* numbers = nullptr;
  // The same for texts; else null.
  const Value* texts = nullptr;
  // A bit a row, 64 rows a word: the value is known. Rows beyond the block's are not set.
  const std::uint64_t* known = nullptr;
  // A bit a row: intake reads the cell in its own time. Neither bit: missing.
  const std::uint64_t* doubtful = nullptr;
};

inline void SetBit(RowBits& bits, std::int64_t row) {
  bits[static_cast<std::size_t>(row / 64)] |= std::uint64_t{1} << (row % 64);
}
inline void ClearBit(RowBits& bits, std::int64_t row) {
  bits[static_cast<std::size_t>(row / 64)] &= ~(std::uint64_t{1} << (row % 64));
}
inline bool HasBit(const std::uint64_t* bits, std::int64_t row) {
  return (bits[row / 64] >> (row % 64) & 1) != 0;
}

}  // namespace lq::batch
