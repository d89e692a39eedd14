#include "runtime/batch/array_view.h"

#include <limits>

#include <fmt/format.h>

namespace lq::batch {
namespace {

// Bytes of a text that stands within its view.
constexpr std::int32_t kMostInlined = 12;
// Buffers before those with the bytes of viewed texts, and the one with their sizes behind.
constexpr std::int64_t kViewBuffers = 3;

// A text's view that does not hold the text itself.
struct FarView {
  std::int32_t size;
  std::int32_t prefix;
  std::int32_t buffer;
  std::int32_t offset;
};
static_assert(sizeof(FarView) == 16);

bool Fail(std::string& problem, std::string text) {
  problem = std::move(text);
  return false;
}

}  // namespace

bool CheckArray(const ArrowArray& array, std::int64_t offset, std::int64_t length,
                std::string& problem) {
  // In bits, every place in a buffer of so many values fits 64 of them.
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max() / 256;
  if (array.release == nullptr)
    return Fail(problem, "is released already; decide a batch before you release it");
  if (array.length < 0 || array.offset < 0 || array.null_count < -1)
    return Fail(problem, "has a negative length, offset or count of nulls; its array is broken");
  if (array.length > kMost || array.offset > kMost)
    return Fail(problem, "has a length or an offset beyond any memory; its array is broken");
  if (offset + length > array.length) {
    return Fail(problem, fmt::format("has {} rows, but the batch needs {}; its array is broken",
                                     array.length, offset + length));
  }
  return true;
}

bool ArrayView::Open(const ColumnType& type, const ArrowArray& array, std::int64_t offset,
                     std::int64_t length, std::string& problem) {
  if (!CheckArray(array, offset, length, problem))
    return false;
  type_ = type.type;
  is_dictionary_ = type.is_dictionary;
  array_ = &array;
  offset_ = array.offset + offset;
  length_ = length;
  return OpenBuffers(problem) && OpenBelow(type, problem);
}

bool ArrayView::OpenBuffers(std::string& problem) {
  const ArrowArray& array = *array_;
  const int count = BufferCount(type_);
  const bool fits =
      type_.kind == ArrowKind::kTextView ? array.n_buffers >= count : array.n_buffers == count;
  if (count > 0 && array.buffers == nullptr)
    return Fail(problem, "lacks its buffers; its array is broken");
  if (!fits) {
    return Fail(problem, fmt::format("has {} buffers, but its type takes {}; its array is broken",
                                     array.n_buffers, count));
  }
  validity_ = count > 0 && array.null_count != 0 ? array.buffers[0] : nullptr;
  data_ = count > 1 ? array.buffers[1] : nullptr;
  if (count > 0 && array.null_count > 0 && validity_ == nullptr)
    return Fail(problem, "has nulls, but does not say where; its array is broken");
  if (count > 1 && array.length > 0 && data_ == nullptr)
    return Fail(problem, "lacks the buffer of its values; its array is broken");
  return true;
}

bool ArrayView::OpenBelow(const ColumnType& type, std::string& problem) {
  if (type.below.empty())
    return true;
  const bool has_item =
      array_->n_children == 1 && array_->children != nullptr && array_->children[0] != nullptr;
  const ArrowArray* const list_items = has_item ? array_->children[0] : nullptr;
  const ArrowArray* const values = is_dictionary_ ? array_->dictionary : list_items;
  if (values == nullptr) {
    return Fail(problem, fmt::format("lacks {}; its array is broken",
                                     is_dictionary_ ? "its dictionary" : "the items of its lists"));
  }
  below_.resize(1);
  if (below_.front().Open(type.below.front(), *values, 0, values->length, problem))
    return true;
  problem = (is_dictionary_ ? "has a dictionary that " : "has lists whose items' array ") + problem;
  return false;
}

std::int64_t ArrayView::Integer(std::int64_t row) const {
  switch (type_.width) {
    case 1:
      return type_.is_signed ? std::int64_t{At<std::int8_t>(row)} : At<std::uint8_t>(row);
    case 2:
      return type_.is_signed ? std::int64_t{At<std::int16_t>(row)} : At<std::uint16_t>(row);
    case 4:
      return type_.is_signed ? std::int64_t{At<std::int32_t>(row)} : At<std::uint32_t>(row);
    default:
      return At<std::int64_t>(row);
  }
}

double ArrayView::Float(std::int64_t row) const {
  return type_.width == 4 ? double{At<float>(row)} : At<double>(row);
}

Int128 ArrayView::Decimal(std::int64_t row) const {
  return type_.width == 16 ? At<Int128>(row) : Int128{Integer(row)};
}

bool ArrayView::Items(std::int64_t row, std::int64_t& begin, std::int64_t& end) const {
  const bool is_short = type_.width == 4;
  begin = is_short ? At<std::int32_t>(row) : At<std::int64_t>(row);
  end = is_short ? At<std::int32_t>(row + 1) : At<std::int64_t>(row + 1);
  return begin >= 0 && end >= begin && (below_.empty() || end <= below_.front().length());
}

bool ArrayView::Text(std::int64_t row, std::string_view& text) const {
  if (type_.kind == ArrowKind::kTextView)
    return ViewedText(row, text);
  std::int64_t begin = 0;
  std::int64_t end = 0;
  if (!Items(row, begin, end))
    return false;
  const char* const bytes = static_cast<const char*>(array_->buffers[2]);
  text = bytes == nullptr ? std::string_view()
                          : std::string_view(bytes + begin, static_cast<std::size_t>(end - begin));
  return bytes != nullptr || begin == end;
}

bool ArrayView::ViewedText(std::int64_t row, std::string_view& text) const {
  const auto view = At<FarView>(row);
  if (view.size < 0)
    return false;
  const auto size = static_cast<std::size_t>(view.size);
  if (view.size <= kMostInlined) {
    const char* const views = static_cast<const char*>(data_);
    text = {views + (offset_ + row) * std::int64_t{sizeof(FarView)} + sizeof(view.size), size};
    return true;
  }
  const std::int64_t buffers = array_->n_buffers - kViewBuffers;
  const void* const sizes = array_->buffers[array_->n_buffers - 1];
  if (view.buffer < 0 || view.buffer >= buffers || view.offset < 0 || sizes == nullptr)
    return false;
  std::int64_t room = 0;
  std::memcpy(&room, static_cast<const std::int64_t*>(sizes) + view.buffer, sizeof(room));
  const void* const bytes = array_->buffers[2 + view.buffer];
  if (bytes == nullptr || std::int64_t{view.offset} + view.size > room)
    return false;
  text = {static_cast<const char*>(bytes) + view.offset, size};
  return true;
}

}  // namespace lq::batch
