#pragma once

#include <cstdint>
#include <string_view>

namespace lq::intake {

// What can be wrong with a field of a lead. fault.cpp gives each its error code, fault_message.cpp
// its words.
enum class FaultKind : std::uint8_t {
  kNone,
  // The field is required and there is nothing.
  kRequired,
  // A text for a number and the like.
  kWrongType,
  // More or less than the declared range.
  kOutOfRange,
  kTooLong,
  kTooManyItems,
  // A `one_of` of more than 64 values.
  kTooManyValues,
  kNoSuchValue,
  kOtherCurrency,
  // Money without an amount or without a currency.
  kMoneyParts,
  kBadFormat,
  kTooManyPlaces,
  kNulCharacter,
  kBandReversed,
  kBandUnordered,
  kOneOfEmpty,
  kOneOfNotList,
  kEmptyObject,
  kUnknownKey,
  // Something that is no object stands where the path of the field leads through.
  kOnTheWay,
  kReportsNotList,
  kReportNotObject,
  kReportSource,
  kReportTimeType,
  kReportTime,
  kUnknownSource,
};

struct Fault {
  FaultKind kind = FaultKind::kNone;
  // The piece of the JSON text that is wrong.
  std::string_view seen;
  // `seen` is an item of a list.
  bool in_list = false;

  explicit operator bool() const { return kind != FaultKind::kNone; }
};

// The `code` of an error: "type", "range", ….
std::string_view CodeOf(FaultKind kind);

}  // namespace lq::intake
