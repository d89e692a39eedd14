#include "runtime/engine/sweep.h"

#include <algorithm>
#include <array>

namespace lq::engine {
namespace {

// Rows of combined values begin behind the two fixed blocks.
constexpr std::uint32_t kFirstOwn = 2;

template <std::size_t kWords>
struct Block {
  std::array<std::uint64_t, kWords> words;

  static Block Load(const std::uint64_t* from) {
    Block block;
    std::copy_n(from, kWords, block.words.begin());
    return block;
  }
  void Store(std::uint64_t* to) const { std::copy_n(words.begin(), kWords, to); }
  void And(const std::uint64_t* other) {
    for (std::size_t i = 0; i < kWords; ++i)
      words[i] &= other[i];
  }
  bool IsZero() const {
    std::uint64_t any = 0;
    for (std::size_t i = 0; i < kWords; ++i)
      any |= words[i];
    return any == 0;
  }
};

template <std::size_t kWords>
void SweepBlocks(const RowShape& shape, const std::vector<ColumnState>& columns,
                 const std::vector<std::uint64_t>& valid, TermBits& bits) {
  for (std::uint32_t block = 0; block < shape.blocks; ++block) {
    const std::size_t at = std::size_t{block} * kWords;
    auto holds = Block<kWords>::Load(&valid[at]);
    auto open = holds;
    for (const ColumnState& column : columns) {
      const std::uint32_t open_id = column.open[block];
      const std::uint32_t holds_id = column.holds[block];
      if (holds_id != ColumnRows::kOnes)
        holds.And(column.pool + std::size_t{holds_id} * kWords);
      if (open_id == ColumnRows::kOnes)
        continue;
      open.And(column.pool + std::size_t{open_id} * kWords);
      if (open.IsZero())
        break;
    }
    if (open.IsZero())
      holds = open;
    holds.Store(&bits.holds[at]);
    open.Store(&bits.open[at]);
  }
}

}  // namespace

CombinedRows::CombinedRows(const RowShape& shape) : shape_(shape) {
  const std::size_t blocks = std::size_t{2} * shape.blocks;
  for (std::uint32_t i = 0; i < blocks; ++i)
    ids_.push_back(kFirstOwn + i);
  pool_.assign(shape.words, ~std::uint64_t{0});
  pool_.resize((kFirstOwn + blocks) * shape.words, 0);
}

void CombinedRows::Start() {
  empty_ = true;
  last_ = nullptr;
}

void CombinedRows::Add(const ColumnRows& rows, Code code) {
  const std::uint32_t* ids = rows.row(code);
  std::uint64_t* holds = &pool_[std::size_t{kFirstOwn} * shape_.words];
  std::uint64_t* open = holds + std::size_t{shape_.blocks} * shape_.words;
  for (std::uint32_t block = 0; block < shape_.blocks; ++block) {
    if (!empty_ && last_[block] == ids[block])
      continue;
    const std::uint64_t* from = rows.pool() + std::size_t{ids[block]} * shape_.words;
    const std::size_t at = std::size_t{block} * shape_.words;
    for (std::uint32_t word = 0; word < shape_.words; ++word) {
      holds[at + word] = empty_ ? from[word] : holds[at + word] & from[word];
      open[at + word] = empty_ ? from[word] : open[at + word] | from[word];
    }
  }
  empty_ = false;
  last_ = ids;
}

ColumnState CombinedRows::state() const {
  return {ids_.data(), ids_.data() + shape_.blocks, pool_.data()};
}

void Sweep(const RowShape& shape, const std::vector<ColumnState>& columns,
           const std::vector<std::uint64_t>& valid, TermBits& bits) {
  if (shape.words == 1) {
    SweepBlocks<1>(shape, columns, valid, bits);
  } else {
    SweepBlocks<8>(shape, columns, valid, bits);
  }
}

}  // namespace lq::engine
