#include "runtime/value/date.h"

#include <algorithm>
#include <limits>
#include <string>

#include <gtest/gtest.h>

namespace lq {
namespace {

constexpr std::int64_t kFar = std::numeric_limits<std::int64_t>::max();

std::int64_t Day(std::string_view text) {
  std::int64_t days = 0;
  EXPECT_TRUE(ParseDate(text, days)) << text;
  return days;
}

std::int64_t Instant(std::string_view text) {
  std::int64_t milliseconds = 0;
  EXPECT_TRUE(ParseInstant(text, milliseconds)) << text;
  return milliseconds;
}

std::string DateText(std::int64_t days) {
  std::string text;
  AppendDate(days, text);
  return text;
}

std::string InstantText(std::int64_t milliseconds) {
  std::string text;
  AppendInstant(milliseconds, text);
  return text;
}

bool IsLeapYear(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

CivilDate NextDay(CivilDate date) {
  const int lengths[] = {31, IsLeapYear(date.year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30,
                         31};
  if (++date.day <= lengths[date.month - 1]) {
    return date;
  }
  if (++date.month <= 12) {
    return {date.year, date.month, 1};
  }
  return {date.year + 1, 1, 1};
}

TEST(Calendar, CountsDayByDay) {
  // Every day of the calendar follows the one before it by the rules of months and leap years.
  CivilDate expected{1, 1, 1};
  int weekday = 0;
  for (std::int64_t day = kFirstDay; day <= kLastDay; ++day) {
    const CivilDate date = CivilFromDays(day);
    const bool right = date.year == expected.year && date.month == expected.month &&
                       date.day == expected.day && DaysFromCivil(date) == day &&
                       Weekday(day) == weekday;
    if (!right) {
      FAIL() << day;
    }
    weekday = (weekday + 1) % 7;
    expected = NextDay(expected);
  }
  EXPECT_EQ(expected.year, 10'000);
}

TEST(Calendar, KnowsSomeDays) {
  EXPECT_EQ(Day("1970-01-01"), 0);
  EXPECT_EQ(Day("0001-01-01"), kFirstDay);
  EXPECT_EQ(Day("9999-12-31"), kLastDay);
  EXPECT_EQ(Day("2000-03-01"), 11'017);
  EXPECT_EQ(Weekday(Day("2026-07-01")), 2);
  EXPECT_EQ(Weekday(Day("1969-12-31")), 2);
  EXPECT_EQ(Weekday(Day("0001-01-01")), 0);
}

TEST(ParseDate, TakesDaysOfTheCalendarOnly) {
  for (const std::string_view text :
       {"2024-02-29", "2000-02-29", "2023-12-31", "0001-01-01", "9999-12-31"}) {
    EXPECT_EQ(DateText(Day(text)), text);
  }
  for (const std::string_view text : {"",
                                      "2023-02-29",
                                      "1900-02-29",
                                      "2026-00-10",
                                      "2026-13-01",
                                      "2026-04-31",
                                      "2026-01-00",
                                      "2026-01-32",
                                      "0000-12-31",
                                      "10000-01-01",
                                      "2026-1-01",
                                      "2026-01-1",
                                      "26-01-01",
                                      "2026/01/01",
                                      "2026-01-01 ",
                                      " 2026-01-01",
                                      "2026-01-01T00:00:00Z",
                                      "-001-01-01",
                                      "+026-01-01",
                                      "2026-0a-01",
                                      "20260101"}) {
    std::int64_t days = 0;
    EXPECT_FALSE(ParseDate(text, days)) << text;
  }
}

TEST(ParseInstant, ReadsOffsetsAndFractions) {
  const struct {
    std::string_view text;
    std::string_view utc;
  } cases[] = {
      {"2026-07-01T10:00:00Z", "2026-07-01T10:00:00Z"},
      {"2026-07-01t10:00:00z", "2026-07-01T10:00:00Z"},
      {"2026-07-01T12:00:00.250+02:00", "2026-07-01T10:00:00.250Z"},
      {"2026-07-01T12:00:00.5Z", "2026-07-01T12:00:00.500Z"},
      {"2026-07-01T12:00:00.05Z", "2026-07-01T12:00:00.050Z"},
      {"2026-07-01T12:00:00.000Z", "2026-07-01T12:00:00Z"},
      {"2026-07-01T00:00:00+05:30", "2026-06-30T18:30:00Z"},
      {"2026-12-31T23:00:00-01:00", "2027-01-01T00:00:00Z"},
      {"2026-07-01T10:00:00-00:00", "2026-07-01T10:00:00Z"},
      {"1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"},
      {"0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"},
      {"9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(InstantText(Instant(c.text)), c.utc);
  }
  EXPECT_EQ(Instant("0001-01-01T00:00:00Z"), kFirstInstant);
  EXPECT_EQ(Instant("9999-12-31T23:59:59.999Z"), kLastInstant);
}

TEST(ParseInstant, RefusesWhatIsNone) {
  for (const std::string_view text :
       {"", "2026-07-01", "2026-07-01T10:00:00", "2026-07-01T10:00Z", "2026-07-01 10:00:00Z",
        "2026-07-01T24:00:00Z", "2026-07-01T10:60:00Z", "2026-07-01T10:00:60Z",
        "2026-07-01T10:00:00.Z", "2026-07-01T10:00:00.0000Z", "2026-07-01T10:00:00,5Z",
        "2026-07-01T10:00:00+2:00", "2026-07-01T10:00:00+0200", "2026-07-01T10:00:00+24:00",
        "2026-07-01T10:00:00+00:60", "2026-07-01T10:00:00ZZ", "2026-02-29T10:00:00Z",
        "2026-07-01T1:00:00Z",
        // Outside of the calendar in UTC.
        "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01"}) {
    std::int64_t milliseconds = 0;
    EXPECT_FALSE(ParseInstant(text, milliseconds)) << text;
  }
}

TEST(DayOfInstant, RoundsTowardThePast) {
  EXPECT_EQ(DayOfInstant(0), 0);
  EXPECT_EQ(DayOfInstant(-1), -1);
  EXPECT_EQ(DayOfInstant(kMillisecondsPerDay - 1), 0);
  EXPECT_EQ(DayOfInstant(kFirstInstant), kFirstDay);
  EXPECT_EQ(DayOfInstant(kLastInstant), kLastDay);
}

TEST(AddDays, Saturates) {
  EXPECT_EQ(AddDays(5, -10), -5);
  EXPECT_EQ(AddDays(kLastDay, 1), kLastDay);
  EXPECT_EQ(AddDays(kLastDay - 1, 1), kLastDay);
  EXPECT_EQ(AddDays(0, kFar), kLastDay);
  EXPECT_EQ(AddDays(0, -kFar), kFirstDay);
  EXPECT_EQ(AddDays(kFirstDay, -kFar - 1), kFirstDay);
}

TEST(AddMonths, ClampsToTheMonthsEndAndSaturates) {
  const struct {
    std::string_view day;
    std::int64_t months;
    std::string_view result;
  } cases[] = {
      {"2026-01-31", 1, "2026-02-28"},     {"2024-01-31", 1, "2024-02-29"},
      {"2026-01-28", 1, "2026-02-28"},     {"2024-02-29", 12, "2025-02-28"},
      {"2024-02-29", 48, "2028-02-29"},    {"2024-02-29", -12, "2023-02-28"},
      {"2026-03-31", -1, "2026-02-28"},    {"2026-05-31", 1, "2026-06-30"},
      {"2026-12-15", 1, "2027-01-15"},     {"2026-01-15", -1, "2025-12-15"},
      {"2026-01-15", -13, "2024-12-15"},   {"9999-11-30", 1, "9999-12-30"},
      {"9999-11-30", 2, "9999-12-31"},     {"0001-02-28", -1, "0001-01-28"},
      {"0001-02-28", -2, "0001-01-01"},    {"2026-07-01", kFar, "9999-12-31"},
      {"2026-07-01", -kFar, "0001-01-01"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(DateText(AddMonths(Day(c.day), c.months)), c.result) << c.day << " + " << c.months;
  }
}

TEST(AddMonths, IsMonotone) {
  for (const std::int64_t months : {-25, -12, -1, 1, 2, 12, 23}) {
    std::int64_t before = kFirstDay;
    for (std::int64_t day = Day("2023-01-01"); day < Day("2028-06-01"); ++day) {
      const std::int64_t after = AddMonths(day, months);
      EXPECT_LE(before, after);
      before = after;
    }
  }
}

TEST(AddMilliseconds, Saturates) {
  EXPECT_EQ(AddMilliseconds(-5, 10), 5);
  EXPECT_EQ(AddMilliseconds(kLastInstant, 1), kLastInstant);
  EXPECT_EQ(AddMilliseconds(0, kFar), kLastInstant);
  EXPECT_EQ(AddMilliseconds(0, -kFar), kFirstInstant);
}

TEST(AddMonthsToInstant, KeepsTheTimeOfDay) {
  const auto add = [](std::string_view text, std::int64_t months) {
    return InstantText(AddMonthsToInstant(Instant(text), months));
  };
  EXPECT_EQ(add("2026-01-31T10:20:30.040Z", 1), "2026-02-28T10:20:30.040Z");
  EXPECT_EQ(add("1969-12-31T23:00:00Z", 2), "1970-02-28T23:00:00Z");
  EXPECT_EQ(add("9999-12-01T10:00:00Z", 1), "9999-12-31T23:59:59.999Z");
  EXPECT_EQ(add("0001-01-31T10:00:00Z", -1), "0001-01-01T00:00:00Z");
}

TEST(AddMonthsToInstants, GivesTheEndsOfABand) {
  // By brute force over every hour.
  constexpr std::int64_t kHour = 3'600'000;
  const std::int64_t first = Instant("2026-01-27T00:00:00Z");
  for (const std::int64_t months : {-1, 1, 3}) {
    for (std::int64_t from = 0; from < 140; from += 5) {
      for (std::int64_t hours = 0; hours < 130; hours += 7) {
        std::int64_t least = kLastInstant;
        std::int64_t greatest = kFirstInstant;
        for (std::int64_t hour = from; hour <= from + hours; ++hour) {
          const std::int64_t result = AddMonthsToInstant(first + hour * kHour, months);
          least = std::min(least, result);
          greatest = std::max(greatest, result);
        }
        const InstantBand band =
            AddMonthsToInstants({first + from * kHour, first + (from + hours) * kHour}, months);
        EXPECT_EQ(band.low, least);
        // The last millisecond of a day lies between the hours.
        EXPECT_LE(greatest, band.high);
        EXPECT_LT(band.high, greatest + kHour);
      }
    }
  }
}

TEST(Shift, ByEveryUnit) {
  struct Row {
    std::int64_t amount;
    ShiftUnit unit;
    std::string_view date;
    std::string_view instant;
  };
  // Of January 31st, and of half past ten that evening.
  for (const Row& row : {Row{-1, ShiftUnit::kDays, "2026-01-30", "2026-01-30T22:30:00Z"},
                         Row{1, ShiftUnit::kMonths, "2026-02-28", "2026-02-28T22:30:00Z"},
                         Row{-2, ShiftUnit::kYears, "2024-01-31", "2024-01-31T22:30:00Z"},
                         Row{2, ShiftUnit::kHours, "2026-01-31", "2026-02-01T00:30:00Z"},
                         Row{-45, ShiftUnit::kMinutes, "2026-01-31", "2026-01-31T21:45:00Z"}}) {
    EXPECT_EQ(ShiftDate(Day("2026-01-31"), row.amount, row.unit), Day(row.date));
    const std::int64_t evening = Instant("2026-01-31T22:30:00Z");
    EXPECT_EQ(ShiftInstant(evening, row.amount, row.unit), Instant(row.instant));
    EXPECT_EQ(ShiftInstants({evening - 1, evening}, row.amount, row.unit).high,
              Instant(row.instant));
  }
}

}  // namespace
}  // namespace lq
