#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

// The time zones of the world (the IANA database), since 1970. Before that a zone keeps the offset
// that it had then.
namespace lq::stdlib {

// A transition by rule: on the week-th (5: the last) weekday (0 is Sunday) of a month, so many
// seconds after midnight of the time that was in force. Month 0: never.
struct ZoneRule {
  int month = 0;
  int week = 0;
  int weekday = 0;
  int second = 0;
};

// Offsets are in seconds east of UTC.
struct TimeZone {
  int first_offset = 0;
  // Its part of the table of transitions; what comes after them, the rules say.
  std::uint32_t first_transition = 0;
  std::uint32_t transitions = 0;
  int standard_offset = 0;
  int summer_offset = 0;
  ZoneRule summer_begins;
  ZoneRule summer_ends;
};

// "Europe/Berlin"; letters may be of either case. Null when there is none. Lives as long as the
// process.
const TimeZone* FindTimeZone(std::string_view name);
// All names, sorted.
std::vector<std::string_view> TimeZoneNames();

// The instant (milliseconds of UTC) at which clocks of the zone show `local` (milliseconds since
// 1970-01-01T00:00:00 of their own). Of a time that comes twice, the first; of one that the clocks
// leap over, as long after the leap as it is after its beginning.
std::int64_t InstantOfLocalTime(const TimeZone& zone, std::int64_t local);

}  // namespace lq::stdlib
