#include "runtime/plan/row_layout.h"

#include <algorithm>
#include <numeric>

namespace lq::plan {
namespace {

constexpr std::uint64_t kMostBytes = 255;
constexpr std::uint64_t kMostShorts = 65'535;
constexpr std::uint64_t kMostWords = 4'294'967'295;

RowField FieldOf(const Type& type) {
  RowField field;
  field.low = type.low;
  const std::uint64_t last =
      static_cast<std::uint64_t>(type.high) - static_cast<std::uint64_t>(type.low);
  if (!IsNumeric(type.kind)) {
    field.kind = RowField::Kind::kValue;
    return field;
  }
  field.kind = last < kMostBytes    ? RowField::Kind::kByte
               : last < kMostShorts ? RowField::Kind::kShort
               : last < kMostWords  ? RowField::Kind::kWord
                                    : RowField::Kind::kWide;
  if (field.kind != RowField::Kind::kWide)
    field.count = static_cast<std::uint32_t>(last + 1);
  return field;
}

template <typename T>
void Put(T value, std::uint32_t offset, std::uint64_t* row) {
  std::memcpy(reinterpret_cast<std::byte*>(row) + offset, &value, sizeof value);
}

template <typename T>
T Take(std::uint32_t offset, const std::uint64_t* row) {
  T value;
  std::memcpy(&value, reinterpret_cast<const std::byte*>(row) + offset, sizeof value);
  return value;
}

template <typename T>
T CopyNumber(const void* from, std::uint32_t offset, std::uint64_t* row) {
  T number;
  std::memcpy(&number, from, sizeof number);
  Put(number, offset, row);
  return number;
}

}  // namespace

std::size_t SizeOf(RowField::Kind kind) {
  switch (kind) {
    case RowField::Kind::kByte:
      return 1;
    case RowField::Kind::kShort:
      return 2;
    case RowField::Kind::kWord:
      return 4;
    case RowField::Kind::kWide:
      return 8;
    case RowField::Kind::kValue:
      return sizeof(Value);
  }
  return 0;
}

// The widest first, so that each stands at a multiple of its size.
RowLayout::RowLayout(const LeadSchema& schema) {
  for (const SchemaField& field : schema.fields)
    fields_.push_back(FieldOf(field.type));
  std::vector<std::size_t> order(fields_.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return SizeOf(fields_[a].kind) > SizeOf(fields_[b].kind);
  });
  auto offset = static_cast<std::uint32_t>(absence_words() * sizeof(std::uint64_t));
  for (std::size_t index : order) {
    fields_[index].offset = offset;
    offset += static_cast<std::uint32_t>(SizeOf(fields_[index].kind));
  }
  words_ = (offset + sizeof(std::uint64_t) - 1) / sizeof(std::uint64_t);
  empty_.resize(words_);
  for (std::size_t i = 0; i < fields_.size(); ++i)
    Set(i, Value::None(), empty_.data());
}

void RowLayout::Set(std::size_t index, const Value& value, std::uint64_t* row) const {
  const RowField& field = fields_[index];
  const std::uint64_t bit = std::uint64_t{1} << (index % 64);
  if (field.kind == RowField::Kind::kValue) {
    Put(value, field.offset, row);
    row[index / 64] &= ~bit;
  } else {
    // Beyond the type's range where there is no value.
    const bool counts = value.none() && field.kind != RowField::Kind::kWide;
    const std::uint64_t behind = static_cast<std::uint64_t>(field.low) + field.count;
    SetNumber(index, counts ? static_cast<std::int64_t>(behind) : value.number(), row);
  }
  if (value.none())
    row[index / 64] |= bit;
}

void RowLayout::Copy(std::size_t index, const void* element, std::uint64_t* row) const {
  const RowField& field = fields_[index];
  bool absent = false;
  switch (field.kind) {
    case RowField::Kind::kByte:
      absent = CopyNumber<std::uint8_t>(element, field.offset, row) == field.count;
      break;
    case RowField::Kind::kShort:
      absent = CopyNumber<std::uint16_t>(element, field.offset, row) == field.count;
      break;
    case RowField::Kind::kWord:
      absent = CopyNumber<std::uint32_t>(element, field.offset, row) == field.count;
      break;
    case RowField::Kind::kWide:
      absent = CopyNumber<std::int64_t>(element, field.offset, row) == Value::None().number();
      break;
    case RowField::Kind::kValue:
      absent = CopyNumber<Value>(element, field.offset, row).none();
      break;
  }
  const std::uint64_t bit = std::uint64_t{1} << (index % 64);
  row[index / 64] = absent ? row[index / 64] | bit : row[index / 64] & ~bit;
}

bool RowLayout::Fill(std::span<const Possible> fields, std::uint64_t* row) const {
  Clear(row);
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const Possible& possible = fields[i];
    if (possible.form == Possible::Form::kAll && possible.missing())
      continue;
    if (!possible.single() || possible.missing() || possible.values[0].none())
      return false;
    Set(i, possible.values[0], row);
  }
  return true;
}

Value RowLayout::Get(std::size_t index, const std::uint64_t* row) const {
  const RowField& field = fields_[index];
  if ((row[index / 64] >> (index % 64) & 1) != 0)
    return Value::None();
  switch (field.kind) {
    case RowField::Kind::kByte:
      return Value::Number(field.low + Take<std::uint8_t>(field.offset, row));
    case RowField::Kind::kShort:
      return Value::Number(field.low + Take<std::uint16_t>(field.offset, row));
    case RowField::Kind::kWord:
      return Value::Number(field.low + Take<std::uint32_t>(field.offset, row));
    case RowField::Kind::kWide:
      return Value::Number(Take<std::int64_t>(field.offset, row));
    case RowField::Kind::kValue:
      return Take<Value>(field.offset, row);
  }
  return Value::None();
}

}  // namespace lq::plan
