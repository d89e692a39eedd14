#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string_view>

namespace lq {

// Where a CsvReader gets its bytes: a file for tools, a text for lookups and tests.
class CsvInput {
 public:
  virtual ~CsvInput() = default;
  // Writes at most `room` (> 0) bytes to `to` and returns how many; 0 says that there are no more.
  virtual std::size_t Read(char* to, std::size_t room) = 0;
};

// A text in memory, which outlives it.
class CsvText final : public CsvInput {
 public:
  explicit CsvText(std::string_view text) : rest_(text) {}

  std::size_t Read(char* to, std::size_t room) override {
    const std::size_t count = std::min(room, rest_.size());
    if (count > 0)
      std::memcpy(to, rest_.data(), count);
    rest_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view rest_;
};

}  // namespace lq
