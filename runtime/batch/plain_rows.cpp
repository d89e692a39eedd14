#include "runtime/batch/plain_rows.h"

namespace lq::batch {

void PlainRows::Fill(const BatchReader& reader, std::int64_t rows) {
  rows_.resize(static_cast<std::size_t>(kBlockRows) * layout_.words());
  for (std::int64_t row = 0; row < rows; ++row)
    layout_.Clear(rows_.data() + static_cast<std::size_t>(row) * layout_.words());
  FindPlain(reader, rows);
  for (const ColumnReader& column : reader.columns()) {
    if (column.column().use != ColumnUse::kId)
      FillColumn(column, rows);
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
      ClearBit(plain_, row);
  }
}

void PlainRows::FillColumn(const ColumnReader& column, std::int64_t rows) {
  const ColumnSlice slice = column.slice();
  const std::size_t field = column.column().field;
  for (std::int64_t row = 0; row < rows; ++row) {
    if (!HasBit(slice.known, row))
      continue;
    const auto at = static_cast<std::size_t>(row);
    const Value value =
        slice.numbers != nullptr ? Value::Number(slice.numbers[at]) : slice.texts[at];
    // The one number that a row cannot hold.
    if (value.none())
      ClearBit(plain_, row);
    layout_.Set(field, value, rows_.data() + at * layout_.words());
  }
}

}  // namespace lq::batch
