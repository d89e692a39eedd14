#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/batch/column_binding.h"
#include "runtime/include/lq/arrow_c_data.h"
#include "runtime/value/number.h"

namespace lq::batch {

// Whether the bit is set; the bits of a byte count from the lowest.
inline bool BitAt(const void* bits, std::int64_t at) {
  return (static_cast<const std::uint8_t*>(bits)[at / 8] >> (at % 8) & 1) != 0;
}

// Whether an array of the C data interface can be looked into: not released, its counts sensible,
// with `length` rows from `offset` on. If not, `problem` is the end of a sentence about it.
bool CheckArray(const ArrowArray& array, std::int64_t offset, std::int64_t length,
                std::string& problem);

// The rows of an array, after what can be checked without reading them: counts, buffers that must
// be there, dictionaries. Reuse one object for many batches. A row counts from the first of the
// batch.
class ArrayView {
 public:
  // `offset` and `length`: the rows of the structs above that are looked at. False, and `problem`
  // the end of a sentence about the column, when the array is not what its type says. The array
  // outlives what is read.
  bool Open(const ColumnType& type, const ArrowArray& array, std::int64_t offset,
            std::int64_t length, std::string& problem);

  const ArrowType& type() const { return type_; }
  std::int64_t length() const { return length_; }
  bool is_dictionary() const { return is_dictionary_; }
  // The values of a dictionary, or the items of a list.
  const ArrayView& below() const { return below_.front(); }

  // Null when all rows are valid.
  const void* validity() const { return validity_; }
  // Where in its buffers row 0 stands.
  std::int64_t offset() const { return offset_; }
  bool IsValid(std::int64_t row) const {
    return type_.kind != ArrowKind::kNull &&
           (validity_ == nullptr || BitAt(validity_, offset_ + row));
  }

  // The value of a valid row, by the kind of its type. Of a dictionary the index, which is
  // kInteger.
  bool Bool(std::int64_t row) const { return BitAt(data_, offset_ + row); }
  // Dates and timestamps, too. Of an unsigned number of 8 bytes, its bits.
  std::int64_t Integer(std::int64_t row) const;
  double Float(std::int64_t row) const;
  Int128 Decimal(std::int64_t row) const;
  // False when offsets or views lead outside.
  bool Text(std::int64_t row, std::string_view& text) const;
  // The items of a list, as rows of below().
  bool Items(std::int64_t row, std::int64_t& begin, std::int64_t& end) const;

  // The values themselves, from row 0 on, where they are of type T.
  template <typename T>
  T At(std::int64_t row) const {
    T value;
    std::memcpy(&value, static_cast<const char*>(data_) + (offset_ + row) * std::int64_t{sizeof(T)},
                sizeof(T));
    return value;
  }

 private:
  bool OpenBuffers(std::string& problem);
  bool OpenBelow(const ColumnType& type, std::string& problem);
  bool ViewedText(std::int64_t row, std::string_view& text) const;

  ArrowType type_;
  bool is_dictionary_ = false;
  const ArrowArray* array_ = nullptr;
  const void* validity_ = nullptr;
  const void* data_ = nullptr;
  std::int64_t offset_ = 0;
  std::int64_t length_ = 0;
  // At most one.
  std::vector<ArrayView> below_;
};

}  // namespace lq::batch
