#include "stdlib/zone/time_zone.h"

#include <gtest/gtest.h>

#include <string>

#include "runtime/value/date.h"

namespace lq::stdlib {
namespace {

// What the clocks of the zone show, "2026-07-01T12:00:00", as an instant.
std::string Instant(std::string_view name, const std::string& local) {
  std::int64_t milliseconds = 0;
  EXPECT_TRUE(ParseInstant(local + "Z", milliseconds)) << local;
  std::string text;
  AppendInstant(InstantOfLocalTime(*FindTimeZone(name), milliseconds), text);
  return text;
}

TEST(TimeZone, LocalTimesAreInstants) {
  const struct {
    std::string_view zone;
    std::string local;
    std::string instant;
  } cases[] = {
      {"UTC", "2026-07-01T12:00:00", "2026-07-01T12:00:00Z"},
      {"Europe/Berlin", "2026-07-01T12:00:00", "2026-07-01T10:00:00Z"},
      {"Europe/Berlin", "2026-01-01T12:00:00", "2026-01-01T11:00:00Z"},
      {"europe/berlin", "2026-01-01T00:30:00.250", "2025-12-31T23:30:00.250Z"},
      {"Europe/Berlin", "1985-07-01T12:00:00", "1985-07-01T10:00:00Z"},
      {"Europe/Berlin", "1975-07-01T12:00:00", "1975-07-01T11:00:00Z"},
      {"Europe/Berlin", "2199-07-01T12:00:00", "2199-07-01T10:00:00Z"},
      {"Europe/London", "2026-06-01T00:00:00", "2026-05-31T23:00:00Z"},
      // Summer is the standard time of Ireland, by its law.
      {"Europe/Dublin", "2026-06-01T00:00:00", "2026-05-31T23:00:00Z"},
      {"Europe/Dublin", "2026-12-01T00:00:00", "2026-12-01T00:00:00Z"},
      {"America/New_York", "2026-07-14T09:21:33", "2026-07-14T13:21:33Z"},
      {"America/New_York", "2006-03-20T12:00:00", "2006-03-20T17:00:00Z"},
      {"America/New_York", "2007-03-20T12:00:00", "2007-03-20T16:00:00Z"},
      {"Asia/Kolkata", "2026-07-01T00:00:00", "2026-06-30T18:30:00Z"},
      {"Asia/Kathmandu", "2026-07-01T00:00:00", "2026-06-30T18:15:00Z"},
      {"Australia/Sydney", "2026-01-01T00:00:00", "2025-12-31T13:00:00Z"},
      {"Australia/Sydney", "2026-07-01T00:00:00", "2026-06-30T14:00:00Z"},
      {"Pacific/Kiritimati", "2026-07-01T00:00:00", "2026-06-30T10:00:00Z"},
      // Samoa left out 2011-12-30.
      {"Pacific/Apia", "2011-12-29T23:00:00", "2011-12-30T09:00:00Z"},
      {"Pacific/Apia", "2011-12-31T00:00:00", "2011-12-30T10:00:00Z"},
      // Half past two came twice, or not at all.
      {"Europe/Berlin", "2026-10-25T02:30:00", "2026-10-25T00:30:00Z"},
      {"Europe/Berlin", "2026-10-25T03:00:00", "2026-10-25T02:00:00Z"},
      {"Europe/Berlin", "2026-03-29T02:30:00", "2026-03-29T01:30:00Z"},
      {"Europe/Berlin", "2026-03-29T03:30:00", "2026-03-29T01:30:00Z"},
      {"America/New_York", "2040-11-04T01:30:00", "2040-11-04T05:30:00Z"},
      {"America/New_York", "2040-03-11T02:30:00", "2040-03-11T07:30:00Z"},
      // Before 1970 a zone keeps the offset of then.
      {"Europe/Berlin", "1969-07-01T12:00:00", "1969-07-01T11:00:00Z"},
      {"Europe/Berlin", "0001-01-02T00:00:00", "0001-01-01T23:00:00Z"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(Instant(c.zone, c.local), c.instant) << c.zone << " " << c.local;
  }
}

TEST(TimeZone, NamesAreThoseOfTheDatabase) {
  EXPECT_EQ(FindTimeZone("CEST"), nullptr);
  EXPECT_EQ(FindTimeZone(""), nullptr);
  EXPECT_EQ(FindTimeZone("Europe/Berlin "), nullptr);
  EXPECT_EQ(FindTimeZone("Europe/Kyiv"), FindTimeZone("Europe/Kiev"));
  const std::vector<std::string_view> names = TimeZoneNames();
  EXPECT_GT(names.size(), 500U);
  for (const std::string_view name : names) {
    EXPECT_NE(FindTimeZone(name), nullptr) << name;
  }
}

// Later local times are later instants, but for the hour that comes twice.
TEST(TimeZone, TimeDoesNotRunBackward) {
  constexpr std::int64_t kHour = 3'600'000;
  for (const std::string_view name : TimeZoneNames()) {
    const TimeZone& zone = *FindTimeZone(name);
    std::int64_t last = InstantOfLocalTime(zone, 0);
    for (std::int64_t local = 0; local < 100 * 365 * 24 * kHour; local += 24 * 7 * kHour) {
      const std::int64_t instant = InstantOfLocalTime(zone, local);
      ASSERT_GE(instant, last) << name;
      ASSERT_LE(std::abs(instant - local), 26 * kHour) << name;
      last = instant;
    }
  }
}

}  // namespace
}  // namespace lq::stdlib
