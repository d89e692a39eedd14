#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "runtime/value/json_bytes.h"

namespace lq::intake {

// Short words of JSON and the numbers they stand for: all that many a field is ever sent. What is
// not here may still be right; the rules know.
class WordTable {
 public:
  static constexpr std::size_t kLongest = 15;

  // Bytes that stand for themselves in JSON, at most kLongest. Of equal words the first counts.
  void Add(std::string_view word, std::int64_t number);
  // Call once, after the last Add.
  void Build();

  // A word that begins at `at`, up to its closing quote; kLongest + 1 bytes can be read. Moves `at`
  // behind the quote when the word is known.
  bool Take(const char*& at, std::int64_t& number) const;

 private:
  // With the closing quote, and nothing behind it.
  struct alignas(32) Word {
    std::uint64_t first = 0;
    std::uint64_t second = 0;
    std::int64_t number = 0;
  };

  // Of a mask of the lowest bytes.
  static std::uint64_t CountBytes(std::uint64_t mask) {
    return ((mask & json_bytes::kLowBits) * json_bytes::kLowBits) >> 56;
  }
  std::size_t SlotOf(std::uint64_t first, std::uint64_t second) const {
    const std::uint64_t hash = (first ^ std::rotl(second, 29)) * 0x9E3779B97F4A7C15;
    return static_cast<std::size_t>(hash >> 32) & last_slot_;
  }

  std::vector<Word> words_;
  // A power of two of them, most of them free: all zero. No word is, for its quote.
  std::vector<Word> slots_;
  std::size_t last_slot_ = 0;
};

inline bool WordTable::Take(const char*& at, std::int64_t& number) const {
  std::uint64_t first = 0;
  std::uint64_t second = 0;
  std::memcpy(&first, at, 8);
  std::memcpy(&second, at + 8, 8);
  const std::uint64_t quote = json_bytes::ZeroBytes(first ^ json_bytes::kLowBits * '"');
  const std::uint64_t late = json_bytes::ZeroBytes(second ^ json_bytes::kLowBits * '"');
  if ((quote | late) == 0)
    return false;
  // Up to the first quote and with it; all where there is none. Without branches: nobody foresees
  // how long a word is.
  const std::uint64_t early_bytes = ((quote & -quote) << 1) - 1;
  const std::uint64_t late_bytes = (((late & -late) << 1) - 1) & (std::uint64_t{quote != 0} - 1);
  first &= early_bytes;
  second &= late_bytes;
  for (std::size_t slot = SlotOf(first, second); slots_[slot].first != 0;
       slot = (slot + 1) & last_slot_) {
    if (slots_[slot].first != first || slots_[slot].second != second)
      continue;
    number = slots_[slot].number;
    at += CountBytes(early_bytes) + CountBytes(late_bytes);
    return true;
  }
  return false;
}

}  // namespace lq::intake
