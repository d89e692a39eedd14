#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lq::batch {

// A column that is being written, row by row, in the layout of Arrow. Its memory is kept when it is
// cleared.
class OutColumn {
 public:
  // How the rows lie in memory; kNumber: `width` bytes each.
  enum class Layout : std::uint8_t { kNumber, kBits, kText, kList, kStruct };

  OutColumn(std::string name, std::string format, Layout layout, int width = 0);

  // Columns as they are mostly needed.
  static std::unique_ptr<OutColumn> Text(std::string name);
  static std::unique_ptr<OutColumn> Int16(std::string name);
  static std::unique_ptr<OutColumn> Int32(std::string name);
  static std::unique_ptr<OutColumn> Int64(std::string name);
  static std::unique_ptr<OutColumn> Struct(std::string name);
  static std::unique_ptr<OutColumn> List(std::string name, std::unique_ptr<OutColumn> items);
  // Of 32-bit indices into `values`.
  static std::unique_ptr<OutColumn> Dictionary(std::string name, std::unique_ptr<OutColumn> values);
  static std::unique_ptr<OutColumn> Dictionary(std::string name,
                                               std::span<const std::string> values);

  OutColumn& AddChild(std::unique_ptr<OutColumn> child);
  // Makes a column of numbers one of indices into `values`, which are not cleared with it.
  void SetDictionary(std::unique_ptr<OutColumn> values) { dictionary_ = std::move(values); }
  // A pair of the column's metadata.
  void AddMetadata(std::string_view key, std::string_view value);

  // One row more. Of a list, the items are appended to items() before; of a struct, a row to each
  // child.
  void AppendNull();
  void AppendNumber(std::int64_t number);
  void AppendBit(bool bit);
  void AppendText(std::string_view text);
  void EndList();
  void EndStruct();

  void Clear();
  // A row did not fit the offsets of 32 bits.
  bool overflows() const;

  void SetName(std::string name) { name_ = std::move(name); }
  const std::string& name() const { return name_; }
  const std::string& format() const { return format_; }
  // As the C data interface encodes it; empty without any.
  const std::string& metadata() const { return metadata_; }
  Layout layout() const { return layout_; }
  std::int64_t length() const { return length_; }
  std::int64_t null_count() const { return null_count_; }
  std::span<const std::unique_ptr<OutColumn>> children() const { return children_; }
  OutColumn& items() { return *children_.front(); }
  const OutColumn* dictionary() const { return dictionary_.get(); }
  OutColumn* dictionary() { return dictionary_.get(); }

  // Null when all rows are valid.
  const void* validity() const { return null_count_ == 0 ? nullptr : validity_.data(); }
  // Values, or offsets.
  const void* data() const { return data_.data(); }
  const void* bytes() const { return bytes_.data(); }
  // The values of a column of numbers of this type.
  template <typename T>
  std::span<const T> values() const {
    return {reinterpret_cast<const T*>(data_.data()), static_cast<std::size_t>(length_)};
  }

 private:
  void CountValid() {
    if (null_count_ != 0)
      PutBit(validity_, true);
    ++length_;
  }
  void CountNull();
  void PutBit(std::vector<std::byte>& bits, bool bit) const;
  void PutOffset(std::size_t end);
  // Room for `count` bytes more.
  std::byte* Grow(std::size_t count) {
    if (size_ + count > data_.size())
      data_.resize(2 * data_.size() + count);
    size_ += count;
    return data_.data() + size_ - count;
  }

  std::string name_;
  std::string format_;
  std::string metadata_;
  std::int32_t metadata_pairs_ = 0;
  Layout layout_;
  std::size_t width_;
  std::int64_t length_ = 0;
  std::int64_t null_count_ = 0;
  bool overflows_ = false;
  // Only once there is a null.
  std::vector<std::byte> validity_;
  // Of kBits the bits; else as much of it as is used, in bytes.
  std::vector<std::byte> data_;
  std::size_t size_ = 0;
  std::string bytes_;
  std::vector<std::unique_ptr<OutColumn>> children_;
  std::unique_ptr<OutColumn> dictionary_;
};

}  // namespace lq::batch
