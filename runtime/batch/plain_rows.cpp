#include "runtime/batch/plain_rows.h"

#include <algorithm>

namespace lq::batch {

void PlainRows::Fill(const BatchReader& reader, std::int64_t rows) {
  rows_.resize(static_cast<std::size_t>(kBlockRows) * layout_.words());
  for (std::int64_t row = 0; row < rows; ++row)
    layout_.Clear(rows_.data() + static_cast<std::size_t>(row) * layout_.words());
  FindPlain(reader, rows);
  for (const ColumnReader& column : reader.columns()) {
    if (column.column().use != ColumnUse::kId)
      FillColumn(column);
  }
}

void PlainRows::FindPlain(const BatchReader& reader, std::int64_t rows) {
  plain_.fill(~std::uint64_t{0});
  for (const ColumnReader& column : reader.columns()) {
    if (column.column().use == ColumnUse::kId)
      continue;
    const ColumnSlice slice = column.slice();
    const bool required = schema_.fields[column.column().field].required;
    for (std::size_t word = 0; word < kBlockWords; ++word)
      plain_[word] &= required ? slice.known[word] : ~slice.doubtful[word];
  }
  for (std::int64_t row = 0; row < rows; ++row) {
    if (reader.IsNull(row))
      ClearBit(plain_, static_cast<std::size_t>(row));
  }
}

void PlainRows::FillColumn(const ColumnReader& column) {
  const ColumnSlice slice = column.slice();
  const std::size_t field = column.column().field;
  RowBits known;
  std::copy_n(slice.known, kBlockWords, known.begin());
  ForEachRow(known, [&](std::size_t row) {
    std::uint64_t* const to = rows_.data() + row * layout_.words();
    if (slice.numbers == nullptr)
      layout_.Set(field, slice.texts[row], to);
    else if (slice.numbers[row] != Value::None().number())
      layout_.SetNumber(field, slice.numbers[row], to);
    else
      // The one number that a row cannot hold.
      ClearBit(plain_, row);
    return true;
  });
}

}  // namespace lq::batch
