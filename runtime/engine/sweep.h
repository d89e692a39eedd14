#pragma once

#include <cstdint>
#include <vector>

#include "runtime/engine/field_table.h"

namespace lq::engine {

// What one column says of a lead: a row of block numbers on each rail, and the blocks they name.
// Block 0 is all ones, block 1 all zeros.
struct ColumnState {
  const std::uint32_t* holds = nullptr;
  const std::uint32_t* open = nullptr;
  const std::uint64_t* pool = nullptr;
};

// The rows of a value that has several codes: holds is the and of the codes' rows, open their or.
class CombinedRows {
 public:
  explicit CombinedRows(const RowShape& shape);
  void Start();
  void Add(const ColumnRows& rows, Code code);
  ColumnState state() const;

 private:
  RowShape shape_;
  bool empty_ = true;
  const std::uint32_t* last_ = nullptr;
  std::vector<std::uint32_t> ids_;
  std::vector<std::uint64_t> pool_;
};

// The bits of all terms whose dense tests hold, and of those not ruled out.
struct TermBits {
  std::vector<std::uint64_t> holds;
  std::vector<std::uint64_t> open;
};

// And-s the columns' rows together, block by block; a block that has become zero is done. `valid`
// has a bit for every term there is.
void Sweep(const RowShape& shape, const std::vector<ColumnState>& columns,
           const std::vector<std::uint64_t>& valid, TermBits& bits);

}  // namespace lq::engine
