#pragma once

#include <cstdint>
#include <vector>

#include "runtime/batch/batch_reader.h"
#include "runtime/batch/row_bits.h"
#include "runtime/plan/lead_schema.h"
#include "runtime/plan/row_layout.h"

namespace lq::batch {

// The leads of a block of which every field has one value or none and nothing is wrong, as the rows
// that an engine judges. Memory is reused from block to block.
class PlainRows {
 public:
  // Both outlive it.
  PlainRows(const plan::LeadSchema& schema, const plan::RowLayout& layout)
      : schema_(schema), layout_(layout) {}

  // Lays out the block that the reader has just read, `rows` of them.
  void Fill(const BatchReader& reader, std::int64_t rows);
  // Whether a row is there; else intake is to read it.
  bool Has(std::int64_t row) const { return HasBit(plain_.data(), static_cast<std::size_t>(row)); }
  // Texts and lists live until the reader's next block.
  const std::uint64_t* at(std::int64_t row) const {
    return rows_.data() + static_cast<std::size_t>(row) * layout_.words();
  }

 private:
  void FindPlain(const BatchReader& reader, std::int64_t rows);
  void FillColumn(const ColumnReader& column);

  const plan::LeadSchema& schema_;
  const plan::RowLayout& layout_;
  RowBits plain_{};
  std::vector<std::uint64_t> rows_;
};

}  // namespace lq::batch
