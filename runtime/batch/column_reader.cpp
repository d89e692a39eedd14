#include "runtime/batch/column_reader.h"

#include <fmt/format.h>

namespace lq::batch {

bool ColumnReader::Open(const ArrowArray& batch, std::string& problem) {
  numbers_.resize(IsNumeric(type_.kind) ? kBlockRows : 0);
  texts_.resize(IsNumeric(type_.kind) ? 0 : kBlockRows);
  if (OpenWay(batch, problem) && (!view_.is_dictionary() || ConvertDictionary(problem)))
    return true;
  problem = fmt::format("column `{}` {}", column_.name, problem);
  return false;
}

// Goes through the structs down to the column.
bool ColumnReader::OpenWay(const ArrowArray& batch, std::string& problem) {
  covers_.clear();
  const ArrowArray* array = &batch;
  // Of row 0 within `array`, without the array's own offset.
  std::int64_t offset = 0;
  for (const ColumnStep& step : column_.way) {
    const bool has_children = array->n_children == step.children && array->children != nullptr;
    const ArrowArray* const child = has_children ? array->children[step.child] : nullptr;
    if (child == nullptr) {
      problem = "is not where the bound schema has it; decide batches of that schema";
      return false;
    }
    offset += array->offset;
    if (array != &batch && !AddCover(*array, offset, problem))
      return false;
    if (!CheckArray(*child, offset, batch.length, problem))
      return false;
    array = child;
  }
  return view_.Open(column_.type, *array, offset, batch.length, problem);
}

bool ColumnReader::AddCover(const ArrowArray& array, std::int64_t offset, std::string& problem) {
  const bool has_buffer = array.n_buffers == 1 && array.buffers != nullptr;
  if (!has_buffer || (array.null_count > 0 && array.buffers[0] == nullptr)) {
    problem = "lies in a struct that does not say which of its rows are null; its array is broken";
    return false;
  }
  if (array.null_count != 0 && array.buffers[0] != nullptr)
    covers_.push_back({array.buffers[0], offset});
  return true;
}

CellState ColumnReader::Take(const ArrayView& view, std::int64_t row, Arena& arena,
                             Value& value) const {
  return column_.use == ColumnUse::kField ? TakeCell(view, row, type_, rules_, arena, value)
                                          : CheckCell(view, row);
}

bool ColumnReader::ConvertDictionary(std::string& problem) {
  const ArrayView& values = view_.below();
  const auto count = static_cast<std::size_t>(values.length());
  entry_arena_.Reset();
  entries_.resize(count);
  entry_states_.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    entry_states_[i] = Take(values, static_cast<std::int64_t>(i), entry_arena_, entries_[i]);
    if (entry_states_[i] == CellState::kBroken) {
      problem = fmt::format(
          "has a dictionary whose entry {} leads outside of it; its array is "
          "broken",
          i);
      return false;
    }
  }
  return true;
}

bool ColumnReader::Read(std::int64_t first, std::int64_t count, std::string& problem) {
  first_ = first;
  known_.fill(0);
  doubtful_.fill(0);
  arena_.Reset();
  return view_.is_dictionary() ? ReadIndices(count, problem) : ReadPlain(count, problem);
}

bool ColumnReader::ReadPlain(std::int64_t count, std::string& problem) {
  Value value;
  for (std::int64_t row = 0; row < count; ++row) {
    if (IsHidden(first_ + row))
      continue;
    const CellState state = Take(view_, first_ + row, arena_, value);
    if (state == CellState::kBroken)
      return Broken(row, "has an offset that leads outside of it", problem);
    Note(row, state, value);
  }
  return true;
}

bool ColumnReader::ReadIndices(std::int64_t count, std::string& problem) {
  for (std::int64_t row = 0; row < count; ++row) {
    if (IsHidden(first_ + row) || !view_.IsValid(first_ + row))
      continue;
    const auto index = static_cast<std::size_t>(view_.Integer(first_ + row));
    if (index >= entries_.size())
      return Broken(row, "has an index that its dictionary does not have", problem);
    Note(row, entry_states_[index], entries_[index]);
  }
  return true;
}

// Whether a struct above the column is null there.
bool ColumnReader::IsHidden(std::int64_t row) const {
  for (const Cover& cover : covers_) {
    if (!BitAt(cover.validity, cover.offset + row))
      return true;
  }
  return false;
}

void ColumnReader::Note(std::int64_t row, CellState state, const Value& value) {
  const auto at = static_cast<std::size_t>(row);
  if (state == CellState::kDoubtful) {
    SetBit(doubtful_, row);
  } else if (state == CellState::kKnown) {
    SetBit(known_, row);
    if (numbers_.empty())
      texts_[at] = value;
    else
      numbers_[at] = value.number();
  }
}

bool ColumnReader::Broken(std::int64_t row, std::string_view what, std::string& problem) const {
  problem = fmt::format("column `{}`, row {}: it {}; its array is broken", column_.name,
                        first_ + row + 1, what);
  return false;
}

ColumnSlice ColumnReader::slice() const {
  return {numbers_.empty() ? nullptr : numbers_.data(), texts_.empty() ? nullptr : texts_.data(),
          known_.data(), doubtful_.data()};
}

std::optional<std::string_view> ColumnReader::TextOf(std::int64_t row) const {
  const std::int64_t at = first_ + row;
  const bool is_dictionary = view_.is_dictionary();
  const ArrayView& values = is_dictionary ? view_.below() : view_;
  const ArrowKind kind = values.type().kind;
  std::string_view text;
  if (kind != ArrowKind::kText && kind != ArrowKind::kTextView)
    return std::nullopt;
  values.Text(is_dictionary ? view_.Integer(at) : at, text);
  return text;
}

bool ColumnReader::AppendJson(std::int64_t row, std::string& json) const {
  return AppendCellJson(view_, first_ + row, json);
}

}  // namespace lq::batch
