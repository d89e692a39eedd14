#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "runtime/batch/out_column.h"

namespace lq::batch {

// Sets that rows of a batch have in common, each kept once, so that a row needs only its number: of
// reasons, of rules. The order of a set's codes counts. Memory is kept when it is cleared.
class CodeSets {
 public:
  CodeSets() { Clear(); }

  void Clear();
  // The number of the set of these codes, which is added when it is new.
  std::uint32_t Add(std::span<const std::uint32_t> codes);
  std::span<const std::uint32_t> codes(std::uint32_t set) const {
    return std::span(codes_).subspan(starts_[set], starts_[set + 1] - starts_[set]);
  }
  std::uint32_t count() const { return static_cast<std::uint32_t>(starts_.size() - 1); }

 private:
  static constexpr std::uint32_t kFree = ~std::uint32_t{0};

  std::uint32_t* FindSlot(std::span<const std::uint32_t> codes);
  void Grow();

  std::vector<std::uint32_t> codes_;
  // Where each set begins, and where the last one ends.
  std::vector<std::size_t> starts_;
  // Numbers of sets by the hash of their codes; a power of two, at most half full.
  std::vector<std::uint32_t> slots_;
};

// Writes the names that the codes stand for as `column`, a list of texts a set, in place of what it
// held.
void WriteSets(const CodeSets& sets, std::span<const std::string> names, OutColumn& column);

}  // namespace lq::batch
