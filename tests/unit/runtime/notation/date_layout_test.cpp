#include "runtime/notation/date_layout.h"

#include <gtest/gtest.h>

#include "runtime/value/date.h"

namespace lq {
namespace {

std::string Read(std::string_view layout_text, std::string_view text) {
  std::string problem;
  const std::optional<DateLayout> layout = ParseDateLayout(layout_text, problem);
  if (!layout)
    return "layout " + problem;
  const std::optional<DateAndTime> date = ReadDate(text, *layout);
  if (!date)
    return "refused";
  std::string out;
  AppendDate(date->day, out);
  out += ' ';
  AppendInstant(date->instant, out);
  return out;
}

struct Case {
  std::string_view layout;
  std::string_view text;
  std::string_view expected;
};

TEST(DateLayout, ReadsDatesAsTheLayoutSays) {
  const Case cases[] = {
      {"%d/%m/%Y", "03/01/2017", "2017-01-03 2017-01-03T00:00:00Z"},
      {"%m/%d/%Y", "3/1/2017", "2017-03-01 2017-03-01T00:00:00Z"},
      {"%m/%d/%Y", "13/1/2017", "refused"},
      {"%d/%m/%Y", "29/02/2024", "2024-02-29 2024-02-29T00:00:00Z"},
      {"%d/%m/%Y", "29/02/2023", "refused"},
      {"%d/%m/%Y", "1/2/17", "refused"},
      {"%d/%m/%Y", "1/2/2017 ", "refused"},
      {"%d/%m/%Y", "1/2/20177", "refused"},
      {"%d/%m/%Y", "0/2/2017", "refused"},
      {"%d/%m/%Y", "", "refused"},
      {"%d.%m.%y", "5.6.68", "2068-06-05 2068-06-05T00:00:00Z"},
      {"%d.%m.%y", "5.6.69", "1969-06-05 1969-06-05T00:00:00Z"},
      {"%Y%m%d", "20170301", "2017-03-01 2017-03-01T00:00:00Z"},
      {"%d %b %Y", "7 mar 2017", "2017-03-07 2017-03-07T00:00:00Z"},
      {"%B %d, %Y", "March  7, 2017", "2017-03-07 2017-03-07T00:00:00Z"},
      {"%B %d, %Y", "Mars 7, 2017", "refused"},
      {"%Y-%m-%d %H:%M", "2017-03-07 23:05", "2017-03-07 2017-03-07T23:05:00Z"},
      {"%Y-%m-%d %H:%M", "2017-03-07 24:05", "refused"},
      {"%Y-%m-%d %I:%M %p", "2017-03-07 12:05 AM", "2017-03-07 2017-03-07T00:05:00Z"},
      {"%Y-%m-%d %I:%M%p", "2017-03-07 11:05pm", "2017-03-07 2017-03-07T23:05:00Z"},
      {"%Y-%m-%dT%H:%M:%S%z", "2017-03-07T01:02:03+02:00", "2017-03-07 2017-03-06T23:02:03Z"},
      {"%Y-%m-%dT%H:%M:%S%z", "2017-03-07T01:02:03.123456-0130",
       "2017-03-07 2017-03-07T02:32:03.123Z"},
      {"%Y-%m-%dT%H:%M:%S%z", "2017-03-07T01:02:03Z", "2017-03-07 2017-03-07T01:02:03Z"},
      {"%Y-%m-%d 100%%", "2017-03-07 100%", "2017-03-07 2017-03-07T00:00:00Z"},
      {"%d/%m", "1/1", "layout has no year (`%Y`)"},
      {"%Y", "2017", "layout has no month (`%m`)"},
      {"%m/%Y", "1/2017", "layout has no day (`%d`)"},
      {"%Y-%m-%d %q", "", "layout has `%q`, which means nothing"},
      {"%Y-%m-%d %d", "", "layout says `%d` twice"},
      {"%Y-%m-%d %I:%M", "", "layout needs `%I` and `%p` together"},
  };
  for (const Case& c : cases)
    EXPECT_EQ(Read(c.layout, c.text), c.expected) << c.layout << " reads " << c.text;
}

}  // namespace
}  // namespace lq
