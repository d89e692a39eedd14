#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace lq::batch {

// Rows are looked at in blocks of so many, so that their values stay in the nearest memory.
inline constexpr std::int64_t kBlockRows = 1024;
inline constexpr std::size_t kBlockWords = kBlockRows / 64;

// A bit a row of a block.
using RowBits = std::array<std::uint64_t, kBlockWords>;

inline void SetBit(RowBits& bits, std::size_t row) {
  bits[row / 64] |= std::uint64_t{1} << (row % 64);
}
inline void ClearBit(RowBits& bits, std::size_t row) {
  bits[row / 64] &= ~(std::uint64_t{1} << (row % 64));
}
inline bool HasBit(const std::uint64_t* bits, std::size_t row) {
  return (bits[row / 64] >> (row % 64) & 1) != 0;
}

// The first `count` bits.
inline void FillBits(RowBits& bits, std::size_t count) {
  for (std::size_t word = 0; word < kBlockWords; ++word) {
    const std::size_t left = count - std::min(count, word * 64);
    bits[word] = left >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << left) - 1;
  }
}

// Keeps of the first `count` bits those that are set in `from` from bit `offset` on, in the order
// of Arrow. Reads no byte that holds none of these.
inline void KeepBits(const void* from, std::int64_t offset, std::size_t count, RowBits& bits) {
  const auto* const bytes = static_cast<const std::uint8_t*>(from) + offset / 8;
  const auto shift = static_cast<unsigned>(offset % 8);
  const std::size_t size = (shift + count + 7) / 8;
  for (std::size_t word = 0; word * 64 < count; ++word) {
    std::uint64_t low = 0;
    std::memcpy(&low, bytes + word * 8, std::min<std::size_t>(8, size - word * 8));
    const std::uint64_t high = word * 8 + 8 < size ? bytes[word * 8 + 8] : 0;
    bits[word] &= shift == 0 ? low : low >> shift | high << (64 - shift);
  }
}

// Calls `look` with each row whose bit is set, ascending, until it returns false; whether it never
// did.
template <typename Look>
bool ForEachRow(const RowBits& bits, Look look) {
  for (std::size_t word = 0; word < kBlockWords; ++word) {
    for (std::uint64_t rest = bits[word]; rest != 0; rest &= rest - 1) {
      if (!look(word * 64 + static_cast<std::size_t>(std::countr_zero(rest))))
        return false;
    }
  }
  return true;
}

}  // namespace lq::batch
