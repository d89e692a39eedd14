#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lq {

// 0001-01-01 and 9999-12-31, as days since 1970-01-01.
inline constexpr std::int64_t kFirstDay = -719162;
inline constexpr std::int64_t kLastDay = 2932896;
inline constexpr std::int64_t kMillisecondsPerDay = 86'400'000;
inline constexpr std::int64_t kFirstInstant = kFirstDay * kMillisecondsPerDay;
inline constexpr std::int64_t kLastInstant = (kLastDay + 1) * kMillisecondsPerDay - 1;

struct CivilDate {
  int year = 1970;
  int month = 1;
  int day = 1;
};

// Howard Hinnant's days-from-civil algorithms (proleptic Gregorian calendar).
std::int64_t DaysFromCivil(CivilDate date);
CivilDate CivilFromDays(std::int64_t days);
// 0 Monday … 6 Sunday.
int Weekday(std::int64_t days);

// "2026-07-01"; false when it is no date of the calendar.
bool ParseDate(std::string_view text, std::int64_t& days);
// RFC 3339 with seconds and an offset: "2026-07-01T10:00:00Z", "2026-07-01T12:00:00.250+02:00"; at
// most three places of seconds, no leap second.
bool ParseInstant(std::string_view text, std::int64_t& milliseconds);
void AppendDate(std::int64_t days, std::string& out);
// "2026-07-01T10:00:00Z"; with ".250" only when there are milliseconds.
void AppendInstant(std::int64_t milliseconds, std::string& out);

// The day of an instant, rounding toward the past.
std::int64_t DayOfInstant(std::int64_t milliseconds);

// Both saturate at the first and last day; the day of the month is clamped to the month's end.
std::int64_t AddDays(std::int64_t day, std::int64_t days);
std::int64_t AddMonths(std::int64_t day, std::int64_t months);
// Instants: milliseconds are added with saturation; months keep the time of day, and what leaves
// the calendar becomes its first or last instant.
std::int64_t AddMilliseconds(std::int64_t instant, std::int64_t milliseconds);
std::int64_t AddMonthsToInstant(std::int64_t instant, std::int64_t months);

// From low to high inclusive.
struct InstantBand {
  std::int64_t low = 0;
  std::int64_t high = 0;
};
// Adding months to instants is not monotone (January 30th 23:00 and 31st 01:00 both become February
// 28th): the ends of a band do not give its least and greatest result. This does.
InstantBand AddMonthsToInstants(InstantBand band, std::int64_t months);

enum class ShiftUnit : std::uint8_t { kDays, kMonths, kYears, kHours, kMinutes };
// So many units later, with saturation as above. Hours and minutes leave a date as it is.
std::int64_t ShiftDate(std::int64_t day, std::int64_t amount, ShiftUnit unit);
std::int64_t ShiftInstant(std::int64_t instant, std::int64_t amount, ShiftUnit unit);
InstantBand ShiftInstants(InstantBand band, std::int64_t amount, ShiftUnit unit);

}  // namespace lq
