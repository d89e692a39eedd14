#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace lq::intake {

// A quick hash of a short name: its length, its first and its last bytes. Made for names that a
// schema fixes; what must withstand hostile names must not rely on it.
inline std::uint32_t HashName(std::string_view name) {
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  const char* const begin = name.data();
  const std::size_t size = name.size();
  if (size >= 8) {
    std::memcpy(&first, begin, 8);
    std::memcpy(&last, begin + size - 8, 8);
  } else if (size >= 4) {
    std::memcpy(&first, begin, 4);
    std::memcpy(&last, begin + size - 4, 4);
  } else if (size > 0) {
    for (const char c : {begin[0], begin[size / 2], begin[size - 1]}) {
      first = first << 8 | static_cast<std::uint8_t>(c);
    }
  }
  std::uint64_t hash = (first ^ size) * 0x9E3779B97F4A7C15;
  hash = (hash ^ hash >> 32 ^ last) * 0xD6E8FEB86659FD93;
  return static_cast<std::uint32_t>(hash >> 32);
}

// Numbers by name, for several owners at once: the children of each node, the words of each enum.
// Made once; then a look-up is one hash and mostly one comparison.
class NameTable {
 public:
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};

  // The first entry of one name stays.
  void Add(std::uint32_t owner, std::string_view name, std::uint32_t number);
  // Call once, after the last Add.
  void Build();

  std::uint32_t Find(std::uint32_t owner, std::string_view name, std::uint32_t hash) const;

 private:
  struct Entry {
    std::string name;
    std::uint32_t owner = 0;
    std::uint32_t hash = 0;
    std::uint32_t number = 0;
  };

  std::size_t Slot(std::uint32_t owner, std::uint32_t hash) const {
    return (hash ^ owner * 0x9E3779B9U) & (slots_.size() - 1);
  }

  std::vector<Entry> entries_;
  // Indices of entries_, kNone where free; a power of two, at most half full.
  std::vector<std::uint32_t> slots_;
};

}  // namespace lq::intake
