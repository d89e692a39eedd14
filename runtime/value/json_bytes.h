#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

// The bytes of a JSON text, eight at a time.
namespace lq::json_bytes {

inline constexpr std::uint64_t kLowBits = 0x0101010101010101;
inline constexpr std::uint64_t kHighBits = 0x8080808080808080;

// Bit 7 of the lowest byte that is zero, if any; the bits above it mean nothing.
constexpr std::uint64_t ZeroBytes(std::uint64_t eight) {
  return (eight - kLowBits) & ~eight & kHighBits;
}

// The same for the lowest byte below 0x20, quote or backslash.
constexpr std::uint64_t SpecialBytes(std::uint64_t eight) {
  const std::uint64_t controls = (eight - kLowBits * 0x20) & ~eight & kHighBits;
  return controls | ZeroBytes(eight ^ kLowBits * '"') | ZeroBytes(eight ^ kLowBits * '\\');
}

inline bool IsSpecial(char c) {
  return static_cast<std::uint8_t>(c) < 0x20 || c == '"' || c == '\\';
}

// Moves to the next byte that stands for itself in no JSON text, or to the end; says whether a byte
// over 127 was passed.
inline bool SkipPlain(const char*& at, const char* end) {
  std::uint64_t seen = 0;
  if constexpr (std::endian::native == std::endian::little) {
    while (end - at >= 8) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, at, 8);
      const std::uint64_t special = SpecialBytes(eight);
      // The lowest special byte and what lies above it do not count as passed.
      seen |= special == 0 ? eight : eight & ((special & -special) - 1);
      at += special == 0 ? 8 : std::countr_zero(special) / 8;
      if (special != 0)
        return (seen & kHighBits) != 0;
    }
  }
  for (; at != end && !IsSpecial(*at); ++at)
    seen |= static_cast<std::uint8_t>(*at);
  return (seen & kHighBits) != 0;
}

}  // namespace lq::json_bytes
