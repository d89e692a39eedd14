#include "stdlib/zone/time_zone.h"

#include <algorithm>
#include <span>

#include "runtime/value/date.h"

namespace lq::stdlib {
namespace {

// From this second on, the offset.
struct Transition {
  std::int64_t second;
  int offset;
};

struct ZoneName {
  std::string_view name;
  std::uint32_t zone;
};

#include "stdlib/zone/time_zones.inc"

constexpr std::int64_t kSecondsPerDay = 86'400;

char Small(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool SameName(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return Small(x) == Small(y); });
}

// The second at which a rule is met in a year, `offset` being in force before.
std::int64_t MomentOf(const ZoneRule& rule, int year, int offset) {
  const std::int64_t first = DaysFromCivil({year, rule.month, 1});
  const std::int64_t next =
      rule.month == 12 ? DaysFromCivil({year + 1, 1, 1}) : DaysFromCivil({year, rule.month + 1, 1});
  // Weekday() begins with Monday, rules begin with Sunday.
  const int weekday = (Weekday(first) + 1) % 7;
  std::int64_t day = first + (rule.weekday - weekday + 7) % 7 + 7 * (rule.week - 1);
  while (day >= next) {
    day -= 7;
  }
  return day * kSecondsPerDay + rule.second - offset;
}

// The offset at a second that no listed transition comes after.
int OffsetByRule(const TimeZone& zone, std::int64_t second) {
  if (zone.summer_begins.month == 0) {
    return zone.standard_offset;
  }
  const int year = CivilFromDays((second + zone.standard_offset) / kSecondsPerDay).year;
  const std::int64_t begin = MomentOf(zone.summer_begins, year, zone.standard_offset);
  const std::int64_t end = MomentOf(zone.summer_ends, year, zone.summer_offset);
  const bool summer =
      begin < end ? second >= begin && second < end : second >= begin || second < end;
  return summer ? zone.summer_offset : zone.standard_offset;
}

int OffsetAt(const TimeZone& zone, std::int64_t second) {
  const std::span<const Transition> listed =
      std::span(kTransitions).subspan(zone.first_transition, zone.transitions);
  const auto later =
      std::upper_bound(listed.begin(), listed.end(), second,
                       [](std::int64_t at, const Transition& one) { return at < one.second; });
  if (later == listed.end()) {
    return OffsetByRule(zone, second);
  }
  return later == listed.begin() ? zone.first_offset : (later - 1)->offset;
}

}  // namespace

const TimeZone* FindTimeZone(std::string_view name) {
  const auto found = std::find_if(std::begin(kNames), std::end(kNames),
                                  [&](const ZoneName& one) { return SameName(one.name, name); });
  return found == std::end(kNames) ? nullptr : &kZones[found->zone];
}

std::vector<std::string_view> TimeZoneNames() {
  std::vector<std::string_view> names;
  for (const ZoneName& one : kNames) {
    names.push_back(one.name);
  }
  return names;
}

std::int64_t InstantOfLocalTime(const TimeZone& zone, std::int64_t local) {
  std::int64_t second = local / 1000 - (local % 1000 < 0 ? 1 : 0);
  const std::int64_t millisecond = local - second * 1000;
  // The offsets a day before and after are the only two that can be in force at that time.
  const int before = OffsetAt(zone, second - kSecondsPerDay - zone.standard_offset);
  const int after = OffsetAt(zone, second + kSecondsPerDay - zone.standard_offset);
  // The greater offset gives the earlier instant.
  for (const int offset : {std::max(before, after), std::min(before, after)}) {
    if (OffsetAt(zone, second - offset) == offset) {
      return (second - offset) * 1000 + millisecond;
    }
  }
  return (second - before) * 1000 + millisecond;
}

}  // namespace lq::stdlib
