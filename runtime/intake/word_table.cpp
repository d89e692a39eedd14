#include "runtime/intake/word_table.h"

#include <array>

namespace lq::intake {

void WordTable::Add(std::string_view word, std::int64_t number) {
  std::array<char, kLongest + 1> bytes{};
  std::memcpy(bytes.data(), word.data(), word.size());
  bytes[word.size()] = '"';
  Word added;
  std::memcpy(&added.first, bytes.data(), 8);
  std::memcpy(&added.second, bytes.data() + 8, 8);
  added.number = number;
  words_.push_back(added);
}

void WordTable::Build() {
  // A quarter full at most, so that what is looked for mostly stands in the first slot.
  slots_.resize(std::bit_ceil(words_.size() * 4 + 1));
  last_slot_ = slots_.size() - 1;
  for (const Word& word : words_) {
    std::size_t slot = SlotOf(word.first, word.second);
    while (slots_[slot].first != 0)
      slot = (slot + 1) & last_slot_;
    slots_[slot] = word;
  }
}

}  // namespace lq::intake
