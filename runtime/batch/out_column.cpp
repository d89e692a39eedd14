#include "runtime/batch/out_column.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "runtime/value/number.h"

namespace lq::batch {
namespace {

constexpr std::size_t kOffsetBytes = 4;

void AppendInt32(std::int64_t number, std::string& out) {
  const auto narrow = static_cast<std::int32_t>(number);
  char bytes[sizeof(narrow)];
  std::memcpy(bytes, &narrow, sizeof(narrow));
  out.append(bytes, sizeof(narrow));
}

}  // namespace

OutColumn::OutColumn(std::string name, std::string format, Layout layout, int width)
    : name_(std::move(name)),
      format_(std::move(format)),
      layout_(layout),
      width_(static_cast<std::size_t>(width)) {
  Clear();
}

std::unique_ptr<OutColumn> OutColumn::Text(std::string name) {
  return std::make_unique<OutColumn>(std::move(name), "u", Layout::kText);
}
std::unique_ptr<OutColumn> OutColumn::Int16(std::string name) {
  return std::make_unique<OutColumn>(std::move(name), "s", Layout::kNumber, 2);
}
std::unique_ptr<OutColumn> OutColumn::Int32(std::string name) {
  return std::make_unique<OutColumn>(std::move(name), "i", Layout::kNumber, 4);
}
std::unique_ptr<OutColumn> OutColumn::Int64(std::string name) {
  return std::make_unique<OutColumn>(std::move(name), "l", Layout::kNumber, 8);
}
std::unique_ptr<OutColumn> OutColumn::Struct(std::string name) {
  return std::make_unique<OutColumn>(std::move(name), "+s", Layout::kStruct);
}

std::unique_ptr<OutColumn> OutColumn::List(std::string name, std::unique_ptr<OutColumn> items) {
  auto list = std::make_unique<OutColumn>(std::move(name), "+l", Layout::kList);
  list->AddChild(std::move(items));
  return list;
}

std::unique_ptr<OutColumn> OutColumn::Dictionary(std::string name,
                                                 std::unique_ptr<OutColumn> values) {
  auto column = Int32(std::move(name));
  column->SetDictionary(std::move(values));
  return column;
}

std::unique_ptr<OutColumn> OutColumn::Dictionary(std::string name,
                                                 std::span<const std::string> values) {
  auto texts = Text("");
  for (const std::string& value : values)
    texts->AppendText(value);
  return Dictionary(std::move(name), std::move(texts));
}

OutColumn& OutColumn::AddChild(std::unique_ptr<OutColumn> child) {
  return *children_.emplace_back(std::move(child));
}

void OutColumn::AddMetadata(std::string_view key, std::string_view value) {
  std::string count;
  AppendInt32(++metadata_pairs_, count);
  metadata_.replace(0, std::min(metadata_.size(), count.size()), count);
  for (const std::string_view text : {key, value}) {
    AppendInt32(static_cast<std::int64_t>(text.size()), metadata_);
    metadata_ += text;
  }
}

void OutColumn::AppendNull() {
  switch (layout_) {
    case Layout::kNumber:
      std::memset(Grow(width_), 0, width_);
      break;
    case Layout::kBits:
      PutBit(data_, false);
      break;
    case Layout::kText:
      PutOffset(bytes_.size());
      break;
    case Layout::kList:
      PutOffset(static_cast<std::size_t>(items().length()));
      break;
    case Layout::kStruct:
      for (const auto& child : children_)
        child->AppendNull();
      break;
  }
  CountNull();
}

// Of numbers the lowest bytes come first, on every machine that this runs on.
void OutColumn::AppendNumber(std::int64_t number) {
  const Int128 wide = number;
  std::byte* const place = Grow(width_);
  switch (width_) {
    case 1:
      std::memcpy(place, &number, 1);
      break;
    case 2:
      std::memcpy(place, &number, 2);
      break;
    case 4:
      std::memcpy(place, &number, 4);
      break;
    case 8:
      std::memcpy(place, &number, 8);
      break;
    default:
      std::memcpy(place, &wide, sizeof(wide));
  }
  CountValid();
}

void OutColumn::AppendBit(bool bit) {
  PutBit(data_, bit);
  CountValid();
}

void OutColumn::AppendText(std::string_view text) {
  bytes_ += text;
  PutOffset(bytes_.size());
  CountValid();
}

void OutColumn::EndList() {
  PutOffset(static_cast<std::size_t>(items().length()));
  CountValid();
}

void OutColumn::EndStruct() { CountValid(); }

void OutColumn::Clear() {
  length_ = 0;
  null_count_ = 0;
  overflows_ = false;
  validity_.clear();
  size_ = 0;
  bytes_.clear();
  if (layout_ == Layout::kBits)
    data_.clear();
  if (layout_ == Layout::kText || layout_ == Layout::kList)
    std::memset(Grow(kOffsetBytes), 0, kOffsetBytes);
  for (const auto& child : children_)
    child->Clear();
}

bool OutColumn::overflows() const {
  return overflows_ || (dictionary_ != nullptr && dictionary_->overflows()) ||
         std::any_of(children_.begin(), children_.end(),
                     [](const auto& child) { return child->overflows(); });
}

void OutColumn::CountNull() {
  if (null_count_ == 0) {
    validity_.assign(static_cast<std::size_t>(length_ + 7) / 8, std::byte{0xFF});
    if (length_ % 8 != 0)
      validity_.back() = static_cast<std::byte>((1U << length_ % 8) - 1);
  }
  PutBit(validity_, false);
  ++null_count_;
  ++length_;
}

// `bits` holds one for each row so far.
void OutColumn::PutBit(std::vector<std::byte>& bits, bool bit) const {
  if (length_ % 8 == 0)
    bits.push_back(std::byte{0});
  bits.back() |= static_cast<std::byte>((bit ? 1 : 0) << (length_ % 8));
}

void OutColumn::PutOffset(std::size_t end) {
  overflows_ |= end > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max());
  const auto offset = static_cast<std::int32_t>(end);
  std::memcpy(Grow(kOffsetBytes), &offset, kOffsetBytes);
}

}  // namespace lq::batch
