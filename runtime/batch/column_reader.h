#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/batch/array_view.h"
#include "runtime/batch/cell.h"
#include "runtime/batch/column_binding.h"
#include "runtime/batch/column_slice.h"
#include "runtime/batch/number_column.h"
#include "runtime/batch/row_bits.h"
#include "runtime/intake/scalar_rules.h"
#include "runtime/value/arena.h"
#include "runtime/value/type.h"

namespace lq::batch {

// Reads one column of leads, block by block. What a dictionary says is looked at once a batch.
class ColumnReader {
 public:
  // All outlive it. `type`: of the field; of ids any.
  ColumnReader(const BoundColumn& column, const Type& type, const intake::ScalarRules& rules)
      : column_(column), type_(type), rules_(rules) {}

  // Begins a batch, which lives until the next one. False: it is broken, and `problem` says how.
  bool Open(const ArrowArray& batch, std::string& problem);
  // Reads the rows from `first` on, at most kBlockRows. False as above.
  bool Read(std::int64_t first, std::int64_t count, std::string& problem);

  const BoundColumn& column() const { return column_; }
  // Of the rows last read.
  ColumnSlice slice() const;

  // Of one of the doubtful rows: its text, which may be no UTF-8; nothing in a column of other
  // values.
  std::optional<std::string_view> TextOf(std::int64_t row) const;
  // Of one of the doubtful rows: what the canonical lead would write there. False when it is not
  // UTF-8.
  bool AppendJson(std::int64_t row, std::string& json) const;

 private:
  CellState Take(const ArrayView& view, std::int64_t row, Arena& arena, Value& value) const;
  bool OpenWay(const ArrowArray& batch, std::string& problem);
  bool AddCover(const ArrowArray& array, std::int64_t offset, std::string& problem);
  void FindValid(std::size_t count);
  bool ReadCells(std::string& problem);
  bool ReadIndices(std::string& problem);
  void AddEntries(std::size_t index);
  void Note(std::size_t row, CellState state, const Value& value);
  bool Broken(std::size_t row, std::string_view what, std::string& problem) const;

  // A struct above the column that says which of its rows are there.
  struct Cover {
    const void* validity = nullptr;
    std::int64_t offset = 0;
  };

  const BoundColumn& column_;
  const Type& type_;
  const intake::ScalarRules& rules_;
  ArrayView view_;
  std::vector<Cover> covers_;
  // Of a batch: how its numbers are taken, many at a time.
  std::optional<NumberColumn> number_column_;
  std::int64_t first_ = 0;

  // Of the dictionary, as far as indices lead.
  std::vector<CellState> entry_states_;
  std::vector<Value> entries_;
  Arena entry_arena_;

  // Of the block.
  std::vector<std::int64_t> numbers_;
  std::vector<Value> texts_;
  RowBits valid_{};
  RowBits known_{};
  RowBits doubtful_{};
  Arena arena_;
};

}  // namespace lq::batch
