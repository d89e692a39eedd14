#include "runtime/value/date.h"

#include <algorithm>
#include <array>

namespace lq {
namespace {

// The calendar repeats every 400 years. Counted from 0000-03-01, so that leap days end a year.
constexpr std::int64_t kDaysPerEra = 146097;
constexpr std::int64_t kDaysFromEraZeroTo1970 = 719468;
// Months are counted from 0000-01.
constexpr std::int64_t kMonthsPerYear = 12;
constexpr std::int64_t kFirstMonth = kMonthsPerYear;
constexpr std::int64_t kEndMonth = 10'000 * kMonthsPerYear;

std::int64_t FloorDivide(std::int64_t dividend, std::int64_t divisor) {
  const std::int64_t quotient = dividend / divisor;
  return dividend % divisor < 0 ? quotient - 1 : quotient;
}

bool IsLeapYear(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int DaysInMonth(int year, int month) {
  if (month == 2) {
    return IsLeapYear(year) ? 29 : 28;
  }
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

// Reads exactly `count` digits.
bool TakeNumber(std::string_view& rest, std::size_t count, int& number) {
  if (rest.size() < count) {
    return false;
  }
  number = 0;
  for (const char c : rest.substr(0, count)) {
    if (c < '0' || c > '9') {
      return false;
    }
    number = number * 10 + (c - '0');
  }
  rest.remove_prefix(count);
  return true;
}

bool Take(std::string_view& rest, std::string_view any_of) {
  if (rest.empty() || any_of.find(rest.front()) == std::string_view::npos) {
    return false;
  }
  rest.remove_prefix(1);
  return true;
}

bool TakeDate(std::string_view& rest, std::int64_t& days) {
  CivilDate date;
  if (!TakeNumber(rest, 4, date.year) || !Take(rest, "-")) {
    return false;
  }
  if (!TakeNumber(rest, 2, date.month) || !Take(rest, "-")) {
    return false;
  }
  if (!TakeNumber(rest, 2, date.day)) {
    return false;
  }
  if (date.year < 1 || date.month < 1 || date.month > 12) {
    return false;
  }
  if (date.day < 1 || date.day > DaysInMonth(date.year, date.month)) {
    return false;
  }
  days = DaysFromCivil(date);
  return true;
}

// "250" milliseconds for ".25".
bool TakeFraction(std::string_view& rest, int& milliseconds) {
  std::size_t places = 0;
  int unit = 100;
  for (; places < rest.size() && rest[places] >= '0' && rest[places] <= '9'; ++places) {
    if (places == 3) {
      return false;
    }
    milliseconds += (rest[places] - '0') * unit;
    unit /= 10;
  }
  rest.remove_prefix(places);
  return places > 0;
}

bool TakeHoursAndMinutes(std::string_view& rest, std::int64_t& minutes) {
  int hour = 0;
  int minute = 0;
  if (!TakeNumber(rest, 2, hour) || !Take(rest, ":") || !TakeNumber(rest, 2, minute)) {
    return false;
  }
  minutes = hour * 60 + minute;
  return hour < 24 && minute < 60;
}

bool TakeTime(std::string_view& rest, std::int64_t& milliseconds) {
  std::int64_t minutes = 0;
  int second = 0;
  int fraction = 0;
  if (!TakeHoursAndMinutes(rest, minutes) || !Take(rest, ":")) {
    return false;
  }
  if (!TakeNumber(rest, 2, second) || second > 59) {
    return false;
  }
  if (Take(rest, ".") && !TakeFraction(rest, fraction)) {
    return false;
  }
  milliseconds = (minutes * 60 + second) * 1000 + fraction;
  return true;
}

bool TakeOffset(std::string_view& rest, std::int64_t& minutes) {
  if (Take(rest, "Zz")) {
    return true;
  }
  const bool west = !rest.empty() && rest.front() == '-';
  if (!Take(rest, "+-") || !TakeHoursAndMinutes(rest, minutes)) {
    return false;
  }
  if (west) {
    minutes = -minutes;
  }
  return true;
}

// a + b within low and high.
std::int64_t AddWithin(std::int64_t a, std::int64_t b, std::int64_t low, std::int64_t high) {
  std::int64_t sum = 0;
  if (__builtin_add_overflow(a, b, &sum)) {
    return b < 0 ? low : high;
  }
  return std::clamp(sum, low, high);
}

// The month that comes `months` after the one of `day`; at most one month outside of the calendar.
std::int64_t MonthAfter(std::int64_t day, std::int64_t months) {
  const CivilDate date = CivilFromDays(day);
  return AddWithin(date.year * kMonthsPerYear + date.month - 1, months, kFirstMonth - 1, kEndMonth);
}

// The given day of a month, or the month's last.
std::int64_t DayInMonth(std::int64_t month_count, int day) {
  const int year = static_cast<int>(month_count / kMonthsPerYear);
  const int month = static_cast<int>(month_count % kMonthsPerYear) + 1;
  return DaysFromCivil({year, month, std::min(day, DaysInMonth(year, month))});
}

// At most four digits, with zeros in front.
void AppendPadded(std::int64_t number, std::size_t digits, std::string& out) {
  std::array<char, 4> buffer;
  for (std::size_t i = digits; i > 0; --i) {
    buffer[i - 1] = static_cast<char>('0' + number % 10);
    number /= 10;
  }
  out.append(buffer.data(), digits);
}

std::int64_t TimeOfDay(std::int64_t instant) {
  return instant - DayOfInstant(instant) * kMillisecondsPerDay;
}

}  // namespace

std::int64_t DaysFromCivil(CivilDate date) {
  const std::int64_t year = date.month <= 2 ? date.year - 1 : date.year;
  const std::int64_t era = FloorDivide(year, 400);
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t month_from_march = date.month > 2 ? date.month - 3 : date.month + 9;
  const std::int64_t day_of_year = (153 * month_from_march + 2) / 5 + date.day - 1;
  const std::int64_t day_of_era =
      year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * kDaysPerEra + day_of_era - kDaysFromEraZeroTo1970;
}

CivilDate CivilFromDays(std::int64_t days) {
  const std::int64_t from_zero = days + kDaysFromEraZeroTo1970;
  const std::int64_t era = FloorDivide(from_zero, kDaysPerEra);
  const std::int64_t day_of_era = from_zero - era * kDaysPerEra;
  const std::int64_t leap_days = day_of_era / 1460 - day_of_era / 36524 + day_of_era / 146096;
  const std::int64_t year_of_era = (day_of_era - leap_days) / 365;
  const std::int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
  CivilDate date;
  date.day = static_cast<int>(day_of_year - (153 * month_from_march + 2) / 5 + 1);
  date.month =
      static_cast<int>(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
  date.year = static_cast<int>(year_of_era + era * 400 + (date.month <= 2 ? 1 : 0));
  return date;
}

int Weekday(std::int64_t days) {
  // 1970-01-01 was a Thursday.
  const std::int64_t from_monday = days + 3;
  return static_cast<int>(from_monday - FloorDivide(from_monday, 7) * 7);
}

bool ParseDate(std::string_view text, std::int64_t& days) {
  return TakeDate(text, days) && text.empty();
}

bool ParseInstant(std::string_view text, std::int64_t& milliseconds) {
  std::int64_t day = 0;
  std::int64_t time = 0;
  std::int64_t offset = 0;
  if (!TakeDate(text, day) || !Take(text, "Tt") || !TakeTime(text, time)) {
    return false;
  }
  if (!TakeOffset(text, offset) || !text.empty()) {
    return false;
  }
  milliseconds = day * kMillisecondsPerDay + time - offset * 60'000;
  return milliseconds >= kFirstInstant && milliseconds <= kLastInstant;
}

void AppendDate(std::int64_t days, std::string& out) {
  const CivilDate date = CivilFromDays(days);
  AppendPadded(date.year, 4, out);
  out += '-';
  AppendPadded(date.month, 2, out);
  out += '-';
  AppendPadded(date.day, 2, out);
}

void AppendInstant(std::int64_t milliseconds, std::string& out) {
  const std::int64_t time = TimeOfDay(milliseconds);
  AppendDate(DayOfInstant(milliseconds), out);
  out += 'T';
  AppendPadded(time / 3'600'000, 2, out);
  out += ':';
  AppendPadded(time / 60'000 % 60, 2, out);
  out += ':';
  AppendPadded(time / 1000 % 60, 2, out);
  if (time % 1000 != 0) {
    out += '.';
    AppendPadded(time % 1000, 3, out);
  }
  out += 'Z';
}

std::int64_t DayOfInstant(std::int64_t milliseconds) {
  return FloorDivide(milliseconds, kMillisecondsPerDay);
}

std::int64_t AddDays(std::int64_t day, std::int64_t days) {
  return AddWithin(day, days, kFirstDay, kLastDay);
}

std::int64_t AddMonths(std::int64_t day, std::int64_t months) {
  const std::int64_t month = MonthAfter(day, months);
  if (month < kFirstMonth) {
    return kFirstDay;
  }
  if (month >= kEndMonth) {
    return kLastDay;
  }
  return DayInMonth(month, CivilFromDays(day).day);
}

std::int64_t AddMilliseconds(std::int64_t instant, std::int64_t milliseconds) {
  return AddWithin(instant, milliseconds, kFirstInstant, kLastInstant);
}

std::int64_t AddMonthsToInstant(std::int64_t instant, std::int64_t months) {
  const std::int64_t day = DayOfInstant(instant);
  const std::int64_t month = MonthAfter(day, months);
  if (month < kFirstMonth) {
    return kFirstInstant;
  }
  if (month >= kEndMonth) {
    return kLastInstant;
  }
  return DayInMonth(month, CivilFromDays(day).day) * kMillisecondsPerDay + TimeOfDay(instant);
}

InstantBand AddMonthsToInstants(InstantBand band, std::int64_t months) {
  InstantBand result{AddMonthsToInstant(band.low, months), AddMonthsToInstant(band.high, months)};
  // Days that are clamped to one month's end all land on it: its midnight is reached from the
  // second of them on, its last millisecond up to the last but one.
  const std::int64_t second_midnight = (DayOfInstant(band.low) + 1) * kMillisecondsPerDay;
  if (second_midnight <= band.high) {
    result.low = std::min(result.low, AddMonthsToInstant(second_midnight, months));
  }
  const std::int64_t last_midnight = DayOfInstant(band.high) * kMillisecondsPerDay;
  if (last_midnight > band.low) {
    result.high = std::max(result.high, AddMonthsToInstant(last_midnight - 1, months));
  }
  return result;
}

std::int64_t ShiftDate(std::int64_t day, std::int64_t amount, ShiftUnit unit) {
  switch (unit) {
    case ShiftUnit::kDays:
      return AddDays(day, amount);
    case ShiftUnit::kMonths:
      return AddMonths(day, amount);
    case ShiftUnit::kYears:
      return AddMonths(day, amount * 12);
    case ShiftUnit::kHours:
    case ShiftUnit::kMinutes:
      break;
  }
  return day;
}

std::int64_t ShiftInstant(std::int64_t instant, std::int64_t amount, ShiftUnit unit) {
  return ShiftInstants({instant, instant}, amount, unit).low;
}

InstantBand ShiftInstants(InstantBand band, std::int64_t amount, ShiftUnit unit) {
  constexpr std::int64_t kMinute = 60'000;
  const auto later = [&](std::int64_t step) {
    return InstantBand{AddMilliseconds(band.low, amount * step),
                       AddMilliseconds(band.high, amount * step)};
  };
  switch (unit) {
    case ShiftUnit::kDays:
      return later(kMillisecondsPerDay);
    case ShiftUnit::kMonths:
      return AddMonthsToInstants(band, amount);
    case ShiftUnit::kYears:
      return AddMonthsToInstants(band, amount * 12);
    case ShiftUnit::kHours:
      return later(60 * kMinute);
    case ShiftUnit::kMinutes:
      return later(kMinute);
  }
  return band;
}

}  // namespace lq
