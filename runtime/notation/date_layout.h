#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lq {

// How a file writes dates and times, from a layout like "%d/%m/%Y %H:%M".
//
//   %Y year of four digits     %m month, 1 or 2 digits    %d day, 1 or 2 digits
//   %y 00 to 68: 2000 on,      %b %B English month name,  %H %I hour of 24, of 12 with %p AM or PM
//      69 to 99: 1900 on          short or long           %M minute  %S second, with decimals or
//      not
//   %z Z, +01:00 or +0100      %% a percent sign          white space: any, or none
struct DateLayout {
  enum class Part : std::uint8_t {
    kText,
    kBlank,
    kYear,
    kShortYear,
    kMonth,
    kMonthName,
    kDay,
    kHour,
    kHalfDayHour,
    kHalf,
    kMinute,
    kSecond,
    kOffset,
  };
  struct Step {
    Part part = Part::kText;
    // kText.
    std::string text;
  };
  std::vector<Step> steps;
};

// Nothing, and `problem` set ("has no year"), when it cannot give a date.
std::optional<DateLayout> ParseDateLayout(std::string_view text, std::string& problem);

struct DateAndTime {
  // Of the text, as written.
  std::int64_t day = 0;
  // UTC milliseconds, by the text's offset; without one the text is taken for UTC.
  std::int64_t instant = 0;
};

// Nothing when the text is not written so, or is no date of the calendar. The whole text must be
// used.
std::optional<DateAndTime> ReadDate(std::string_view text, const DateLayout& layout);

}  // namespace lq
