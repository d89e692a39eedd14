#include "runtime/source/moment.h"

#include <optional>
#include <string>

#include <fmt/format.h>

#include "runtime/notation/number_notation.h"
#include "runtime/value/date.h"
#include "runtime/value/number.h"
#include "stdlib/zone/time_zone.h"

namespace lq {

namespace {

using plan::SourceConversion;
using plan::SourceReading;

bool ReadByLayout(const SourceConversion& as, std::string_view text, DateAndTime& moment) {
  const std::optional<DateAndTime> read = ReadDate(text, as.layout);
  if (!read)
    return false;
  moment = *read;
  if (as.zone != nullptr)
    moment.instant = stdlib::InstantOfLocalTime(*as.zone, moment.instant);
  return true;
}

bool ReadUnix(std::string_view text, int places, DateAndTime& moment) {
  std::string plain;
  std::int64_t milliseconds = 0;
  if (!AppendPlainNumber(text, {}, plain) ||
      ParseDecimal(plain, places, milliseconds) != NumberProblem::kNone) {
    return false;
  }
  moment = {DayOfInstant(milliseconds), milliseconds};
  return true;
}

bool Read(const SourceConversion& as, std::string_view text, DateAndTime& moment) {
  switch (as.reading) {
    case SourceReading::kDate:
    case SourceReading::kInstant:
      return ReadByLayout(as, text, moment);
    case SourceReading::kUnixSeconds:
      return ReadUnix(text, 3, moment);
    case SourceReading::kUnixMilliseconds:
      return ReadUnix(text, 0, moment);
    case SourceReading::kText:
    case SourceReading::kNumber:
      break;
  }
  return false;
}

}  // namespace

bool ReadMoment(const SourceConversion& as, std::string_view text, DateAndTime& moment) {
  return Read(as, text, moment) && moment.instant >= kFirstInstant &&
         moment.instant <= kLastInstant;
}

bool ReadIsoMoment(std::string_view text, std::int64_t& milliseconds) {
  if (ParseInstant(text, milliseconds))
    return true;
  std::int64_t day = 0;
  if (ParseDate(text, day)) {
    milliseconds = day * kMillisecondsPerDay;
    return true;
  }
  std::string utc = fmt::format("{}Z", text);
  const std::size_t blank = utc.find(' ');
  if (blank != std::string::npos)
    utc[blank] = 'T';
  return ParseInstant(utc, milliseconds);
}

}  // namespace lq
