#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lq::batch {

// The types of Arrow that a column of leads can have, by how their values are read.
enum class ArrowKind : std::uint8_t {
  kNull,
  kBool,
  kInteger,
  kFloat,
  kDecimal,
  // Offsets and bytes.
  kText,
  // Views of 16 bytes.
  kTextView,
  kDate,
  kTimestamp,
  kList,
  kStruct,
};

// Of ArrowType::places.
inline constexpr int kMillisecondPlaces = 3;

// An Arrow type without what lies below it.
struct ArrowType {
  ArrowKind kind = ArrowKind::kNull;
  // Bytes of a value; of texts and lists, bytes of an offset. A date of 4 bytes counts days, one of
  // 8 milliseconds.
  std::uint8_t width = 0;
  // kInteger.
  bool is_signed = true;
  // kDecimal: the value is the number divided by 10^scale, which may be negative.
  int scale = 0;
  // kTimestamp: how many make a second, as a power of ten; whether it bears a zone, so that it
  // counts from 1970 in UTC.
  int places = 0;
  bool has_zone = false;
};

// The type that a format string of the C data interface names; nothing for one that no column of
// leads can have.
std::optional<ArrowType> ParseArrowFormat(std::string_view format);

// A format string for a person, as Arrow's own tools name the type: `int32`, `timestamp[us]`.
std::string ArrowTypeName(std::string_view format);

// Buffers of an array of this type, but for the kTextView, which has at least so many.
int BufferCount(const ArrowType& type);

}  // namespace lq::batch
