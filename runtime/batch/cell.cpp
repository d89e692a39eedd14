#include "runtime/batch/cell.h"

#include <charconv>
#include <cmath>
#include <limits>
#include <span>

#include <fmt/format.h>

#include "runtime/intake/json_tokens.h"
#include "runtime/value/date.h"
#include "runtime/value/json_text.h"
#include "runtime/value/text.h"

namespace lq::batch {
namespace {

using intake::JsonNumber;
using intake::ScalarRules;

// Up to here every whole number is a double of its own.
constexpr double kMostWholeDouble = 9007199254740992.0;
// More than any double or 64-bit number has characters.
constexpr std::size_t kNumberRoom = 40;

CellState KnownUnless(const intake::Fault& fault) {
  return fault ? CellState::kDoubtful : CellState::kKnown;
}

CellState TakeDigits(const Type& type, std::int64_t digits, int places, Value& value) {
  JsonNumber number;
  number.has_digits = true;
  number.digits = digits;
  number.places = places;
  return KnownUnless(ScalarRules::TakeNumber(type, number, value));
}

bool IsBeyondSigned(const ArrayView& column, std::int64_t number) {
  return !column.type().is_signed && number < 0;
}

CellState TakeInteger(const ArrayView& column, std::int64_t row, const Type& type, Value& value) {
  const std::int64_t number = column.Integer(row);
  if (IsBeyondSigned(column, number))
    return CellState::kDoubtful;
  return TakeDigits(type, number, 0, value);
}

// The shortest decimal that is read as the same number, which is what JSON would hold.
std::string_view ShortestText(const ArrayView& column, std::int64_t row, std::span<char> room) {
  char* const end = room.data() + room.size();
  const auto result = column.type().width == 4
                          ? std::to_chars(room.data(), end, column.At<float>(row))
                          : std::to_chars(room.data(), end, column.At<double>(row));
  return {room.data(), static_cast<std::size_t>(result.ptr - room.data())};
}

CellState TakeFloat(const ArrayView& column, std::int64_t row, const Type& type, Value& value) {
  const double number = column.Float(row);
  if (std::fabs(number) <= kMostWholeDouble && std::trunc(number) == number)
    return TakeDigits(type, static_cast<std::int64_t>(number), 0, value);
  if (!std::isfinite(number))
    return CellState::kDoubtful;
  char room[kNumberRoom];
  JsonNumber decimal;
  decimal.text = ShortestText(column, row, room);
  return KnownUnless(ScalarRules::TakeNumber(type, decimal, value));
}

CellState TakeDecimal(const ArrayView& column, std::int64_t row, const Type& type, Value& value) {
  Int128 digits = column.Decimal(row);
  int places = column.type().scale;
  for (; places > type.places && digits % 10 == 0 && digits != 0; --places)
    digits /= 10;
  using Limits = std::numeric_limits<std::int64_t>;
  for (; places < 0 && digits <= Limits::max() && digits >= Limits::min(); ++places)
    digits *= 10;
  if (digits == 0)
    return TakeDigits(type, 0, 0, value);
  if (places < 0 || places > type.places || digits > Limits::max() || digits < Limits::min())
    return CellState::kDoubtful;
  return TakeDigits(type, static_cast<std::int64_t>(digits), places, value);
}

CellState TakeText(const ArrayView& column, std::int64_t row, const Type& type,
                   const ScalarRules& rules, Arena& arena, Value& value) {
  std::string_view text;
  if (!column.Text(row, text))
    return CellState::kBroken;
  if (text.empty())
    return CellState::kMissing;
  if (!IsValidUtf8(text))
    return CellState::kDoubtful;
  return KnownUnless(rules.TakeText(type, text, arena, value));
}

// Only what stands for whole days.
CellState TakeDate(const ArrayView& column, std::int64_t row, const Type& type, Value& value) {
  std::int64_t days = column.Integer(row);
  const bool is_short = column.type().width == 4;
  if (!is_short && days % kMillisecondsPerDay != 0)
    return CellState::kDoubtful;
  days /= is_short ? 1 : kMillisecondsPerDay;
  return KnownUnless(ScalarRules::TakeScaled(type, days, value));
}

// Only what stands for whole milliseconds.
CellState TakeTimestamp(const ArrayView& column, std::int64_t row, const Type& type, Value& value) {
  std::int64_t time = column.Integer(row);
  const int places = column.type().places;
  if (places < kMillisecondPlaces) {
    if (__builtin_mul_overflow(time, PowerOfTen(kMillisecondPlaces - places), &time))
      return CellState::kDoubtful;
  } else {
    const std::int64_t parts = PowerOfTen(places - kMillisecondPlaces);
    if (time % parts != 0)
      return CellState::kDoubtful;
    time /= parts;
  }
  return KnownUnless(ScalarRules::TakeScaled(type, time, value));
}

CellState TakeBool(const ArrayView& column, std::int64_t row, const Type& type, Value& value) {
  return KnownUnless(ScalarRules::TakeYesNo(type, column.Bool(row), value));
}

CellState CheckItem(const ArrayView& items, std::int64_t row) {
  if (!items.is_dictionary() || !items.IsValid(row))
    return CheckCell(items, row);
  const std::int64_t index = items.Integer(row);
  const bool is_there = index >= 0 && index < items.below().length();
  return is_there ? CheckCell(items.below(), index) : CellState::kBroken;
}

CellState CheckList(const ArrayView& column, std::int64_t row) {
  std::int64_t begin = 0;
  std::int64_t end = 0;
  if (!column.Items(row, begin, end))
    return CellState::kBroken;
  for (; begin < end; ++begin) {
    if (CheckItem(column.below(), begin) == CellState::kBroken)
      return CellState::kBroken;
  }
  return CellState::kDoubtful;
}

CellState CheckText(const ArrayView& column, std::int64_t row) {
  std::string_view text;
  if (!column.Text(row, text))
    return CellState::kBroken;
  return text.empty() ? CellState::kMissing : CellState::kDoubtful;
}

void AppendDecimalJson(Int128 number, int scale, std::string& json) {
  __extension__ typedef unsigned __int128 UInt128;
  const bool is_negative = number < 0;
  std::string digits = fmt::format(
      "{}", is_negative ? UInt128{0} - static_cast<UInt128>(number) : static_cast<UInt128>(number));
  if (scale < 0 && number != 0)
    digits.append(static_cast<std::size_t>(-scale), '0');
  const auto places = static_cast<std::size_t>(scale < 0 ? 0 : scale);
  if (digits.size() <= places)
    digits.insert(0, places + 1 - digits.size(), '0');
  if (places > 0)
    digits.insert(digits.size() - places, 1, '.');
  json += is_negative ? "-" : "";
  json += digits;
}

// What is no day of the calendar is told by its number.
void AppendDateJson(std::int64_t days, std::string& json) {
  json += '"';
  if (days >= kFirstDay && days <= kLastDay)
    AppendDate(days, json);
  else
    json += fmt::format("{} days since 1970", days);
  json += '"';
}

// "2026-07-01T10:00:00.123456Z": with all places of its unit when they are not zero.
void AppendTimeJson(std::int64_t time, int places, std::string& json) {
  const std::int64_t parts = PowerOfTen(places);
  const std::int64_t fraction = (time % parts + parts) % parts;
  const std::int64_t seconds = time / parts - (time % parts < 0 ? 1 : 0);
  constexpr std::int64_t kParts = PowerOfTen(kMillisecondPlaces);
  json += '"';
  if (seconds < kFirstInstant / kParts || seconds > kLastInstant / kParts) {
    json += fmt::format("{} seconds since 1970", seconds);
  } else {
    AppendInstant(seconds * kParts, json);
    json.pop_back();
    json += fraction == 0 ? "Z" : fmt::format(".{:0{}}Z", fraction, places);
  }
  json += '"';
}

bool AppendTextJson(const ArrayView& column, std::int64_t row, std::string& json) {
  std::string_view text;
  if (!column.Text(row, text) || !IsValidUtf8(text))
    return false;
  AppendJsonText(text, json);
  return true;
}

void AppendFloatJson(const ArrayView& column, std::int64_t row, std::string& json) {
  const double number = column.Float(row);
  char room[kNumberRoom];
  const std::string_view text = ShortestText(column, row, room);
  if (std::isfinite(number))
    json += text;
  else
    json += fmt::format("\"{}\"", text);
}

void AppendIntegerJson(const ArrayView& column, std::int64_t row, std::string& json) {
  const std::int64_t number = column.Integer(row);
  if (IsBeyondSigned(column, number))
    json += fmt::format("{}", static_cast<std::uint64_t>(number));
  else
    json += fmt::format("{}", number);
}

void AppendDayJson(const ArrayView& column, std::int64_t row, std::string& json) {
  const std::int64_t number = column.Integer(row);
  if (column.type().width == 4)
    AppendDateJson(number, json);
  else if (number % kMillisecondsPerDay == 0)
    AppendDateJson(number / kMillisecondsPerDay, json);
  else
    AppendTimeJson(number, kMillisecondPlaces, json);
}

bool AppendListJson(const ArrayView& column, std::int64_t row, std::string& json) {
  std::int64_t begin = 0;
  std::int64_t end = 0;
  if (!column.Items(row, begin, end))
    return false;
  json += '[';
  for (std::int64_t item = begin; item < end; ++item) {
    if (item > begin)
      json += ',';
    if (!AppendCellJson(column.below(), item, json))
      return false;
  }
  json += ']';
  return true;
}

bool AppendKindJson(const ArrayView& column, std::int64_t row, std::string& json) {
  switch (column.type().kind) {
    case ArrowKind::kBool:
      json += column.Bool(row) ? "true" : "false";
      return true;
    case ArrowKind::kInteger:
      AppendIntegerJson(column, row, json);
      return true;
    case ArrowKind::kFloat:
      AppendFloatJson(column, row, json);
      return true;
    case ArrowKind::kDecimal:
      AppendDecimalJson(column.Decimal(row), column.type().scale, json);
      return true;
    case ArrowKind::kDate:
      AppendDayJson(column, row, json);
      return true;
    case ArrowKind::kTimestamp:
      AppendTimeJson(column.Integer(row), column.type().places, json);
      return true;
    case ArrowKind::kText:
    case ArrowKind::kTextView:
      return AppendTextJson(column, row, json);
    case ArrowKind::kList:
      return AppendListJson(column, row, json);
    case ArrowKind::kNull:
    case ArrowKind::kStruct:
      break;
  }
  json += "null";
  return true;
}

}  // namespace

CellState TakeCell(const ArrayView& column, std::int64_t row, const Type& type,
                   const ScalarRules& rules, Arena& arena, Value& value) {
  if (!column.IsValid(row))
    return CellState::kMissing;
  switch (column.type().kind) {
    case ArrowKind::kBool:
      return TakeBool(column, row, type, value);
    case ArrowKind::kInteger:
      return TakeInteger(column, row, type, value);
    case ArrowKind::kFloat:
      return TakeFloat(column, row, type, value);
    case ArrowKind::kDecimal:
      return TakeDecimal(column, row, type, value);
    case ArrowKind::kText:
    case ArrowKind::kTextView:
      return TakeText(column, row, type, rules, arena, value);
    case ArrowKind::kDate:
      return TakeDate(column, row, type, value);
    case ArrowKind::kTimestamp:
      return TakeTimestamp(column, row, type, value);
    case ArrowKind::kNull:
    case ArrowKind::kList:
    case ArrowKind::kStruct:
      break;
  }
  return CheckCell(column, row);
}

CellState CheckCell(const ArrayView& column, std::int64_t row) {
  if (!column.IsValid(row))
    return CellState::kMissing;
  switch (column.type().kind) {
    case ArrowKind::kText:
    case ArrowKind::kTextView:
      return CheckText(column, row);
    case ArrowKind::kList:
      return CheckList(column, row);
    case ArrowKind::kBool:
    case ArrowKind::kInteger:
    case ArrowKind::kFloat:
    case ArrowKind::kDecimal:
    case ArrowKind::kDate:
    case ArrowKind::kTimestamp:
      return CellState::kDoubtful;
    case ArrowKind::kNull:
    case ArrowKind::kStruct:
      break;
  }
  return CellState::kMissing;
}

bool AppendCellJson(const ArrayView& column, std::int64_t row, std::string& json) {
  if (!column.IsValid(row)) {
    json += "null";
    return true;
  }
  if (!column.is_dictionary())
    return AppendKindJson(column, row, json);
  const ArrayView& values = column.below();
  const std::int64_t index = column.Integer(row);
  return index >= 0 && index < values.length() && AppendCellJson(values, index, json);
}

}  // namespace lq::batch
