#include "runtime/notation/date_layout.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "runtime/value/date.h"

namespace lq {

namespace {

using Part = DateLayout::Part;

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

struct Directive {
  char letter;
  Part part;
};

constexpr Directive kDirectives[] = {
    {'Y', Part::kYear},      {'y', Part::kShortYear},   {'m', Part::kMonth},
    {'b', Part::kMonthName}, {'B', Part::kMonthName},   {'d', Part::kDay},
    {'H', Part::kHour},      {'I', Part::kHalfDayHour}, {'p', Part::kHalf},
    {'M', Part::kMinute},    {'S', Part::kSecond},      {'z', Part::kOffset},
};

bool IsBlank(char c) { return c == ' ' || c == '\t'; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

// What was read so far.
struct Fields {
  CivilDate date{0, 0, 0};
  int hour = 0;
  int half = -1;
  int minute = 0;
  int millisecond = 0;
  int offset_minutes = 0;
};

// `least` to `most` digits.
bool TakeNumber(std::string_view& text, std::size_t least, std::size_t most, int& number) {
  std::size_t count = 0;
  int value = 0;
  while (count < most && count < text.size() && IsDigit(text[count]))
    value = value * 10 + (text[count++] - '0');
  if (count < least)
    return false;
  text.remove_prefix(count);
  number = value;
  return true;
}

bool TakeWord(std::string_view& text, std::string_view word) {
  if (text.size() < word.size())
    return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (Lower(text[i]) != word[i])
      return false;
  }
  text.remove_prefix(word.size());
  return true;
}

bool TakeMonthName(std::string_view& text, int& month) {
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (TakeWord(text, kMonths[i]) || TakeWord(text, kMonths[i].substr(0, 3))) {
      month = static_cast<int>(i) + 1;
      return true;
    }
  }
  return false;
}

bool TakeShortYear(std::string_view& text, int& year) {
  if (!TakeNumber(text, 2, 2, year))
    return false;
  year += year < 69 ? 2000 : 1900;
  return true;
}

bool TakeHalf(std::string_view& text, int& half) {
  half = TakeWord(text, "am") ? 0 : TakeWord(text, "pm") ? 1 : -1;
  return half >= 0;
}

// Decimals beyond milliseconds are dropped.
bool TakeSecond(std::string_view& text, int& millisecond) {
  int second = 0;
  if (!TakeNumber(text, 1, 2, second) || second > 59)
    return false;
  millisecond = second * 1000;
  if (text.size() < 2 || text[0] != '.' || !IsDigit(text[1]))
    return true;
  text.remove_prefix(1);
  for (int unit = 100; !text.empty() && IsDigit(text[0]); unit /= 10) {
    millisecond += (text[0] - '0') * unit;
    text.remove_prefix(1);
  }
  return true;
}

bool TakeOffset(std::string_view& text, int& minutes) {
  if (TakeWord(text, "z"))
    return true;
  if (text.empty() || (text[0] != '+' && text[0] != '-'))
    return false;
  const int sign = text[0] == '-' ? -1 : 1;
  text.remove_prefix(1);
  int hour = 0;
  int minute = 0;
  if (!TakeNumber(text, 2, 2, hour))
    return false;
  if (text.starts_with(':'))
    text.remove_prefix(1);
  if (!TakeNumber(text, 2, 2, minute) || hour > 18 || minute > 59)
    return false;
  minutes = sign * (hour * 60 + minute);
  return true;
}

bool TakeHalfDayHour(std::string_view& text, int& hour) {
  if (!TakeNumber(text, 1, 2, hour) || hour < 1 || hour > 12)
    return false;
  hour %= 12;
  return true;
}

bool Take(std::string_view& text, const DateLayout::Step& step, Fields& fields) {
  switch (step.part) {
    case Part::kText:
      if (!text.starts_with(step.text))
        return false;
      text.remove_prefix(step.text.size());
      return true;
    case Part::kBlank:
      while (!text.empty() && IsBlank(text[0]))
        text.remove_prefix(1);
      return true;
    case Part::kYear:
      return TakeNumber(text, 4, 4, fields.date.year);
    case Part::kShortYear:
      return TakeShortYear(text, fields.date.year);
    case Part::kMonth:
      return TakeNumber(text, 1, 2, fields.date.month);
    case Part::kMonthName:
      return TakeMonthName(text, fields.date.month);
    case Part::kDay:
      return TakeNumber(text, 1, 2, fields.date.day);
    case Part::kHour:
      return TakeNumber(text, 1, 2, fields.hour) && fields.hour < 24;
    case Part::kHalfDayHour:
      return TakeHalfDayHour(text, fields.hour);
    case Part::kHalf:
      return TakeHalf(text, fields.half);
    case Part::kMinute:
      return TakeNumber(text, 1, 2, fields.minute) && fields.minute < 60;
    case Part::kSecond:
      return TakeSecond(text, fields.millisecond);
    case Part::kOffset:
      return TakeOffset(text, fields.offset_minutes);
  }
  return false;
}

bool Has(const DateLayout& layout, Part part) {
  return std::any_of(layout.steps.begin(), layout.steps.end(),
                     [part](const DateLayout::Step& step) { return step.part == part; });
}

std::string_view WhatIsMissing(const DateLayout& layout) {
  if (!Has(layout, Part::kYear) && !Has(layout, Part::kShortYear))
    return "has no year (`%Y`)";
  if (!Has(layout, Part::kMonth) && !Has(layout, Part::kMonthName))
    return "has no month (`%m`)";
  if (!Has(layout, Part::kDay))
    return "has no day (`%d`)";
  const bool half_day = Has(layout, Part::kHalfDayHour);
  if (half_day != Has(layout, Part::kHalf))
    return "needs `%I` and `%p` together";
  return {};
}

void AddText(DateLayout& layout, char c) {
  if (layout.steps.empty() || layout.steps.back().part != Part::kText)
    layout.steps.emplace_back();
  layout.steps.back().text += c;
}

bool AddDirective(DateLayout& layout, char letter, std::string& problem) {
  for (const Directive& directive : kDirectives) {
    if (directive.letter != letter)
      continue;
    if (Has(layout, directive.part)) {
      problem = fmt::format("says `%{}` twice", letter);
      return false;
    }
    layout.steps.push_back({directive.part, ""});
    return true;
  }
  problem = fmt::format("has `%{}`, which means nothing", letter);
  return false;
}

}  // namespace

std::optional<DateLayout> ParseDateLayout(std::string_view text, std::string& problem) {
  DateLayout layout;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool directive = text[i] == '%' && i + 1 < text.size();
    if (directive && text[i + 1] == '%') {
      AddText(layout, text[++i]);
    } else if (directive) {
      if (!AddDirective(layout, text[++i], problem))
        return std::nullopt;
    } else if (IsBlank(text[i])) {
      layout.steps.push_back({Part::kBlank, ""});
    } else {
      AddText(layout, text[i]);
    }
  }
  problem = WhatIsMissing(layout);
  if (!problem.empty())
    return std::nullopt;
  return layout;
}

std::optional<DateAndTime> ReadDate(std::string_view text, const DateLayout& layout) {
  Fields fields;
  for (const DateLayout::Step& step : layout.steps) {
    if (!Take(text, step, fields))
      return std::nullopt;
  }
  std::string iso =
      fmt::format("{:04}-{:02}-{:02}", fields.date.year, fields.date.month, fields.date.day);
  DateAndTime result;
  if (!text.empty() || !ParseDate(iso, result.day))
    return std::nullopt;
  const int hour = fields.hour + (fields.half == 1 ? 12 : 0);
  const std::int64_t minutes = hour * 60 + fields.minute - fields.offset_minutes;
  result.instant = result.day * kMillisecondsPerDay + minutes * 60'000 + fields.millisecond;
  return result;
}

}  // namespace lq
