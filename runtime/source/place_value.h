#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace lq {

// What a payload holds at a place of its source.
struct PlaceValue {
  enum class Kind : std::uint8_t {
    // Absent, or null.
    kNothing,
    // Of a cell, a parameter of a form, or a text in JSON.
    kText,
    // In JSON.
    kNumber,
    kYesNo,
    kObject,
    // In JSON, or a parameter that stands several times.
    kList,
  };
  Kind kind = Kind::kNothing;
  // kText: without quotes and escapes; kNumber, kYesNo: as it stands there.
  std::string_view text = {};
  // kList.
  std::span<const PlaceValue> items = {};
};

}  // namespace lq
