#include "runtime/intake/name_table.h"

#include <bit>

namespace lq::intake {

void NameTable::Add(std::uint32_t owner, std::string_view name, std::uint32_t number) {
  entries_.push_back({std::string(name), owner, HashName(name), number});
}

void NameTable::Build() {
  slots_.assign(std::bit_ceil(entries_.size() * 2 + 1), kNone);
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    const Entry& entry = entries_[i];
    if (Find(entry.owner, entry.name, entry.hash) != kNone)
      continue;
    std::size_t slot = Slot(entry.owner, entry.hash);
    while (slots_[slot] != kNone)
      slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = i;
  }
}

std::uint32_t NameTable::Find(std::uint32_t owner, std::string_view name,
                              std::uint32_t hash) const {
  for (std::size_t slot = Slot(owner, hash); slots_[slot] != kNone;
       slot = (slot + 1) & (slots_.size() - 1)) {
    const Entry& entry = entries_[slots_[slot]];
    if (entry.hash == hash && entry.owner == owner && entry.name == name)
      return entry.number;
  }
  return kNone;
}

}  // namespace lq::intake
