#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

#include "runtime/plan/lead_schema.h"
#include "runtime/value/possible.h"
#include "runtime/value/value.h"

namespace lq::plan {

// One field's place in a row.
struct RowField {
  enum class Kind : std::uint8_t {
    // One, two or four bytes: the number less the least of its type; `count` where there is none.
    kByte,
    kShort,
    kWord,
    // Eight bytes: the number; Value::None().number() where there is none.
    kWide,
    // A Value: of texts and lists.
    kValue,
  };
  Kind kind = Kind::kWide;
  // In bytes.
  std::uint32_t offset = 0;
  // kByte, kShort, kWord: how many values the type has.
  std::uint32_t count = 0;
  std::int64_t low = 0;
};

// Bytes that a number or Value of this kind takes.
std::size_t SizeOf(RowField::Kind kind);

// Where the fields of a schema's leads stand in a row: the compact form of a lead of which every
// field has one value or none, and what decides fast reads. A row begins with a bit for each field
// that has no value, in words of 64.
class RowLayout {
 public:
  explicit RowLayout(const LeadSchema& schema);

  const RowField& field(std::size_t index) const { return fields_[index]; }
  std::size_t fields() const { return fields_.size(); }
  // Words of the bits for no value.
  std::size_t absence_words() const { return fields_.size() / 64 + 1; }
  // Of the whole row, in words of 64 bits.
  std::size_t words() const { return words_; }

  // A row in which no field has a value. `row` has room for words().
  void Clear(std::uint64_t* row) const {
    std::memcpy(row, empty_.data(), words_ * sizeof(std::uint64_t));
  }
  // `value` is of the field's type.
  void Set(std::size_t index, const Value& value, std::uint64_t* row) const;
  // The same for a type of numbers, and a number of its range.
  void SetNumber(std::size_t index, std::int64_t number, std::uint64_t* row) const;
  // The same with what stands in a row, or in a column, of this layout for the value.
  void Copy(std::size_t index, const void* element, std::uint64_t* row) const;
  // A whole row. False when a field has several values, or one that rows do not hold; then the row
  // means nothing.
  bool Fill(std::span<const Possible> fields, std::uint64_t* row) const;
  // Value::None() where there is none.
  Value Get(std::size_t index, const std::uint64_t* row) const;

 private:
  std::vector<RowField> fields_;
  std::size_t words_ = 0;
  std::vector<std::uint64_t> empty_;
};

inline void RowLayout::SetNumber(std::size_t index, std::int64_t number, std::uint64_t* row) const {
  const RowField& field = fields_[index];
  row[index / 64] &= ~(std::uint64_t{1} << (index % 64));
  const std::uint64_t at =
      static_cast<std::uint64_t>(number) - static_cast<std::uint64_t>(field.low);
  std::byte* const place = reinterpret_cast<std::byte*>(row) + field.offset;
  const auto put = [place](auto element) { std::memcpy(place, &element, sizeof element); };
  switch (field.kind) {
    case RowField::Kind::kByte:
      return put(static_cast<std::uint8_t>(at));
    case RowField::Kind::kShort:
      return put(static_cast<std::uint16_t>(at));
    case RowField::Kind::kWord:
      return put(static_cast<std::uint32_t>(at));
    case RowField::Kind::kWide:
    case RowField::Kind::kValue:
      return put(number);
  }
}

}  // namespace lq::plan
