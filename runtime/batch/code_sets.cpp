#include "runtime/batch/code_sets.h"

#include <algorithm>

namespace lq::batch {
namespace {

constexpr std::size_t kFirstSlots = 64;

std::size_t Hash(std::span<const std::uint32_t> codes) {
  std::uint64_t hash = codes.size();
  for (const std::uint32_t code : codes)
    hash = (hash ^ code) * 0x9E3779B97F4A7C15;
  return static_cast<std::size_t>(hash >> 32);
}

}  // namespace

void CodeSets::Clear() {
  codes_.clear();
  starts_.assign(1, 0);
  slots_.assign(std::max(slots_.size(), kFirstSlots), kFree);
}

std::uint32_t CodeSets::Add(std::span<const std::uint32_t> codes) {
  std::uint32_t* slot = FindSlot(codes);
  if (*slot != kFree)
    return *slot;
  if ((starts_.size() + 1) * 2 > slots_.size()) {
    Grow();
    slot = FindSlot(codes);
  }
  *slot = count();
  codes_.insert(codes_.end(), codes.begin(), codes.end());
  starts_.push_back(codes_.size());
  return *slot;
}

// The set's slot, or the free one where it belongs.
std::uint32_t* CodeSets::FindSlot(std::span<const std::uint32_t> wanted) {
  std::size_t at = Hash(wanted) & (slots_.size() - 1);
  while (slots_[at] != kFree && !std::ranges::equal(codes(slots_[at]), wanted))
    at = (at + 1) & (slots_.size() - 1);
  return &slots_[at];
}

void CodeSets::Grow() {
  slots_.assign(slots_.size() * 2, kFree);
  for (std::uint32_t set = 0; set < count(); ++set)
    *FindSlot(codes(set)) = set;
}

void WriteSets(const CodeSets& sets, std::span<const std::string> names, OutColumn& column) {
  column.Clear();
  for (std::uint32_t set = 0; set < sets.count(); ++set) {
    for (const std::uint32_t code : sets.codes(set))
      column.items().AppendText(names[code]);
    column.EndList();
  }
}

}  // namespace lq::batch
