#include "runtime/batch/column_reader.h"

#include <algorithm>

#include <fmt/format.h>

namespace lq::batch {
namespace {

constexpr std::string_view kLeadsOutside = "has an offset that leads outside of it";

}  // namespace

bool ColumnReader::Open(const ArrowArray& batch, std::string& problem) {
  numbers_.resize(IsNumeric(type_.kind) ? kBlockRows : 0);
  texts_.resize(IsNumeric(type_.kind) ? 0 : kBlockRows);
  if (!OpenWay(batch, problem)) {
    problem = fmt::format("column `{}` {}", column_.name, problem);
    return false;
  }
  const bool is_field = column_.use == ColumnUse::kField;
  number_column_ = is_field && !view_.is_dictionary() ? NumbersOf(view_, type_) : std::nullopt;
  entry_arena_.Reset();
  entries_.clear();
  entry_states_.clear();
  return true;
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

bool ColumnReader::Read(std::int64_t first, std::int64_t count, std::string& problem) {
  first_ = first;
  const auto rows = static_cast<std::size_t>(count);
  FindValid(rows);
  known_.fill(0);
  doubtful_.fill(0);
  arena_.Reset();
  if (view_.is_dictionary())
    return ReadIndices(problem);
  if (!number_column_)
    return ReadCells(problem);
  TakeNumbers(view_, *number_column_, first, rows, valid_, numbers_.data(), known_, doubtful_);
  return true;
}

void ColumnReader::FindValid(std::size_t count) {
  FillBits(valid_, view_.type().kind == ArrowKind::kNull ? 0 : count);
  if (view_.validity() != nullptr)
    KeepBits(view_.validity(), view_.offset() + first_, count, valid_);
  for (const Cover& cover : covers_)
    KeepBits(cover.validity, cover.offset + first_, count, valid_);
}

bool ColumnReader::ReadCells(std::string& problem) {
  Value value;
  return ForEachRow(valid_, [&](std::size_t row) {
    const auto at = first_ + static_cast<std::int64_t>(row);
    const CellState state = Take(view_, at, arena_, value);
    Note(row, state, value);
    return state != CellState::kBroken || Broken(row, kLeadsOutside, problem);
  });
}

bool ColumnReader::ReadIndices(std::string& problem) {
  return ForEachRow(valid_, [&](std::size_t row) {
    const std::int64_t index = view_.Integer(first_ + static_cast<std::int64_t>(row));
    const auto at = static_cast<std::size_t>(index);
    if (index < 0 || index >= view_.below().length())
      return Broken(row, "has an index that its dictionary does not have", problem);
    if (at >= entries_.size())
      AddEntries(at);
    if (entry_states_[at] == CellState::kUnread)
      entry_states_[at] = Take(view_.below(), index, entry_arena_, entries_[at]);
    Note(row, entry_states_[at], entries_[at]);
    return entry_states_[at] != CellState::kBroken || Broken(row, kLeadsOutside, problem);
  });
}

// As many as are needed for this one: a broken dictionary may claim any number.
void ColumnReader::AddEntries(std::size_t index) {
  const std::size_t twice =
      std::min(2 * entries_.size(), static_cast<std::size_t>(view_.below().length()));
  const std::size_t size = std::max(index + 1, twice);
  entries_.resize(size);
  entry_states_.resize(size, CellState::kUnread);
}

void ColumnReader::Note(std::size_t row, CellState state, const Value& value) {
  if (state == CellState::kDoubtful) {
    SetBit(doubtful_, row);
  } else if (state == CellState::kKnown) {
    SetBit(known_, row);
    if (numbers_.empty())
      texts_[row] = value;
    else
      numbers_[row] = value.number();
  }
}

bool ColumnReader::Broken(std::size_t row, std::string_view what, std::string& problem) const {
  problem = fmt::format("column `{}`, row {}: it {}; its array is broken", column_.name,
                        first_ + static_cast<std::int64_t>(row) + 1, what);
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
