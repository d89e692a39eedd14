#pragma once

#include <cstdint>
#include <string_view>

// Code points of texts that are known to be valid UTF-8.
namespace lq::utf8 {

// Removes the first code point of a text that is not empty.
inline char32_t Take(std::string_view& text) {
  const auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<std::uint8_t>(text[i]));
  };
  const auto tail = [&](std::size_t i) { return byte(i) & 0x3F; };
  const char32_t first = byte(0);
  char32_t c = first;
  std::size_t size = 1;
  if (first >= 0xF0) {
    c = (first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3);
    size = 4;
  } else if (first >= 0xE0) {
    c = (first & 0x0F) << 12 | tail(1) << 6 | tail(2);
    size = 3;
  } else if (first >= 0x80) {
    c = (first & 0x1F) << 6 | tail(1);
    size = 2;
  }
  text.remove_prefix(size);
  return c;
}

// Writes one to four bytes and returns the place behind them.
inline char* Write(char32_t c, char* out) {
  const auto put = [&](char32_t byte) { *out++ = static_cast<char>(byte); };
  const auto tail = [&](int shift) { put(0x80 | (c >> shift & 0x3F)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6);
    tail(0);
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    tail(6);
    tail(0);
  } else {
    put(0xF0 | c >> 18);
    tail(12);
    tail(6);
    tail(0);
  }
  return out;
}

// Whether a byte begins a code point.
inline bool IsFirstByte(char byte) { return (static_cast<std::uint8_t>(byte) & 0xC0) != 0x80; }

// Unicode's property White_Space.
constexpr bool IsWhiteSpace(char32_t c) {
  return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

}  // namespace lq::utf8
