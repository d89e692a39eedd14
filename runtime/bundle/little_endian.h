#pragma once

#include <bit>
#include <cstring>
#include <type_traits>

namespace lq::bundle {

template <typename T>
T SwapBytes(T value) {
  T swapped = 0;
  for (std::size_t i = 0; i < sizeof(T); ++i)
    swapped = static_cast<T>(swapped << 8 | (value >> (8 * i) & 0xFF));
  return swapped;
}

// A whole number as it stands in the file: its least byte first, at any address.
template <typename T>
T LoadLittle(const char* from) {
  std::make_unsigned_t<T> value;
  std::memcpy(&value, from, sizeof value);
  if constexpr (std::endian::native == std::endian::big)
    value = SwapBytes(value);
  return static_cast<T>(value);
}

template <typename T>
void StoreLittle(T number, char* to) {
  auto value = static_cast<std::make_unsigned_t<T>>(number);
  if constexpr (std::endian::native == std::endian::big)
    value = SwapBytes(value);
  std::memcpy(to, &value, sizeof value);
}

}  // namespace lq::bundle
