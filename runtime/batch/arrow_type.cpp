#include "runtime/batch/arrow_type.h"

#include <array>
#include <charconv>

#include <fmt/format.h>

namespace lq::batch {
namespace {

// The widest decimal that is read, in digits; a scale beyond this is no sensible one.
constexpr int kMostScale = 38;

struct NamedFormat {
  std::string_view format;
  std::string_view name;
  std::optional<ArrowType> type;
};

constexpr ArrowType Of(ArrowKind kind, int width = 0, bool is_signed = true) {
  ArrowType type;
  type.kind = kind;
  type.width = static_cast<std::uint8_t>(width);
  type.is_signed = is_signed;
  return type;
}

// Formats that are a word; those that go on behind a colon stand in ParseArrowFormat.
constexpr std::array kFormats = {
    NamedFormat{"n", "null", Of(ArrowKind::kNull)},
    NamedFormat{"b", "bool", Of(ArrowKind::kBool)},
    NamedFormat{"c", "int8", Of(ArrowKind::kInteger, 1)},
    NamedFormat{"C", "uint8", Of(ArrowKind::kInteger, 1, false)},
    NamedFormat{"s", "int16", Of(ArrowKind::kInteger, 2)},
    NamedFormat{"S", "uint16", Of(ArrowKind::kInteger, 2, false)},
    NamedFormat{"i", "int32", Of(ArrowKind::kInteger, 4)},
    NamedFormat{"I", "uint32", Of(ArrowKind::kInteger, 4, false)},
    NamedFormat{"l", "int64", Of(ArrowKind::kInteger, 8)},
    NamedFormat{"L", "uint64", Of(ArrowKind::kInteger, 8, false)},
    NamedFormat{"e", "float16", std::nullopt},
    NamedFormat{"f", "float32", Of(ArrowKind::kFloat, 4)},
    NamedFormat{"g", "float64", Of(ArrowKind::kFloat, 8)},
    NamedFormat{"z", "binary", std::nullopt},
    NamedFormat{"Z", "large_binary", std::nullopt},
    NamedFormat{"vz", "binary_view", std::nullopt},
    NamedFormat{"u", "utf8", Of(ArrowKind::kText, 4)},
    NamedFormat{"U", "large_utf8", Of(ArrowKind::kText, 8)},
    NamedFormat{"vu", "utf8_view", Of(ArrowKind::kTextView, 16)},
    NamedFormat{"tdD", "date32", Of(ArrowKind::kDate, 4)},
    NamedFormat{"tdm", "date64", Of(ArrowKind::kDate, 8)},
    NamedFormat{"+l", "list", Of(ArrowKind::kList, 4)},
    NamedFormat{"+L", "large_list", Of(ArrowKind::kList, 8)},
    NamedFormat{"+vl", "list_view", std::nullopt},
    NamedFormat{"+vL", "large_list_view", std::nullopt},
    NamedFormat{"+s", "struct", Of(ArrowKind::kStruct)},
    NamedFormat{"+m", "map", std::nullopt},
    NamedFormat{"+r", "run_end_encoded", std::nullopt},
};

const NamedFormat* FindFormat(std::string_view format) {
  for (const NamedFormat& known : kFormats) {
    if (known.format == format)
      return &known;
  }
  return nullptr;
}

// The number at the front of `text`, which it leaves; false when there is none.
bool TakeInt(std::string_view& text, int& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return error == std::errc();
}

bool TakeComma(std::string_view& text) {
  const bool found = text.starts_with(',');
  text.remove_prefix(found ? 1 : 0);
  return found;
}

struct DecimalFormat {
  int precision = 0;
  int scale = 0;
  int bits = 128;
};

// What follows "d:": "10,2" or "10,2,64".
std::optional<DecimalFormat> ParseDecimalFormat(std::string_view text) {
  DecimalFormat format;
  if (!TakeInt(text, format.precision) || !TakeComma(text) || !TakeInt(text, format.scale))
    return std::nullopt;
  if (TakeComma(text) && !TakeInt(text, format.bits))
    return std::nullopt;
  return text.empty() ? std::optional(format) : std::nullopt;
}

std::optional<ArrowType> DecimalType(std::string_view text) {
  const auto format = ParseDecimalFormat(text);
  if (!format || format->scale < -kMostScale || format->scale > kMostScale)
    return std::nullopt;
  if (format->bits != 32 && format->bits != 64 && format->bits != 128)
    return std::nullopt;
  ArrowType type = Of(ArrowKind::kDecimal, format->bits / 8);
  type.scale = format->scale;
  return type;
}

struct Unit {
  char letter;
  int places;
  std::string_view name;
};
constexpr std::array kUnits = {Unit{'s', 0, "s"}, Unit{'m', 3, "ms"}, Unit{'u', 6, "us"},
                               Unit{'n', 9, "ns"}};

// Of "tsu:UTC"; null when it is no timestamp.
const Unit* UnitOf(std::string_view format) {
  if (format.size() < 4 || !format.starts_with("ts") || format[3] != ':')
    return nullptr;
  for (const Unit& unit : kUnits) {
    if (unit.letter == format[2])
      return &unit;
  }
  return nullptr;
}

}  // namespace

std::optional<ArrowType> ParseArrowFormat(std::string_view format) {
  if (const NamedFormat* const known = FindFormat(format))
    return known->type;
  if (format.starts_with("d:"))
    return DecimalType(format.substr(2));
  const Unit* const unit = UnitOf(format);
  if (unit == nullptr)
    return std::nullopt;
  ArrowType type = Of(ArrowKind::kTimestamp, 8);
  type.places = unit->places;
  type.has_zone = format.size() > 4;
  return type;
}

std::string ArrowTypeName(std::string_view format) {
  if (const NamedFormat* const known = FindFormat(format))
    return std::string(known->name);
  const Unit* const unit = UnitOf(format);
  if (unit != nullptr && format.size() == 4)
    return fmt::format("timestamp[{}] without a zone", unit->name);
  if (unit != nullptr)
    return fmt::format("timestamp[{}, {}]", unit->name, format.substr(4));
  if (format.starts_with("d:")) {
    if (const auto decimal = ParseDecimalFormat(format.substr(2)))
      return fmt::format("decimal{}({}, {})", decimal->bits, decimal->precision, decimal->scale);
  }
  return fmt::format("the Arrow format \"{}\"", format);
}

int BufferCount(const ArrowType& type) {
  switch (type.kind) {
    case ArrowKind::kNull:
      return 0;
    case ArrowKind::kStruct:
      return 1;
    case ArrowKind::kBool:
    case ArrowKind::kInteger:
    case ArrowKind::kFloat:
    case ArrowKind::kDecimal:
    case ArrowKind::kDate:
    case ArrowKind::kTimestamp:
    case ArrowKind::kList:
      return 2;
    case ArrowKind::kText:
    // Validity, views, and behind the buffers of bytes their lengths.
    case ArrowKind::kTextView:
      return 3;
  }
  return 0;
}

}  // namespace lq::batch
