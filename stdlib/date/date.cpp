#include "stdlib/date/date.h"

#include <algorithm>

#include "runtime/value/date.h"
#include "stdlib/date/weekday.h"
#include "stdlib/row/check_arguments.h"

namespace lq::stdlib {
namespace {

// The day (UTC) of a date or an instant.
std::int64_t DayOf(const Type& type, std::int64_t number) {
  return type.kind == TypeKind::kInstant ? DayOfInstant(number) : number;
}

bool CheckTime(Arguments arguments, std::string& problem) {
  return ExpectCount(arguments, 1, problem) && ExpectTime(arguments, 0, problem);
}

std::uint64_t Bit(int number) { return std::uint64_t{1} << number; }

std::int64_t YearOf(const Type& type, std::int64_t number) {
  return CivilFromDays(DayOf(type, number)).year;
}

bool CheckYear(Arguments arguments, Type& result, std::string& problem) {
  if (!CheckTime(arguments, problem)) {
    return false;
  }
  const Type& type = arguments[0].type;
  result = IntegerType(YearOf(type, type.low), YearOf(type, type.high));
  return true;
}

Value CallYear(Values arguments, Types types, Arena&) {
  return Value::Number(YearOf(types[0], arguments[0].number()));
}

void RangeOfYear(AllEnds arguments, Types types, std::int64_t& low, std::int64_t& high) {
  low = YearOf(types[0], arguments[0][0]);
  high = YearOf(types[0], arguments[0][1]);
}

constexpr Function kYear = {
    .name = "year",
    .signature = "year(d)",
    .summary = "The year of the date d.",
    .check = CheckYear,
    .call = CallYear,
    .range = RangeOfYear,
    .is_operator = true,
};

bool CheckMonth(Arguments arguments, Type& result, std::string& problem) {
  result = IntegerType(1, 12);
  return CheckTime(arguments, problem);
}

Value CallMonth(Values arguments, Types types, Arena&) {
  return Value::Number(CivilFromDays(DayOf(types[0], arguments[0].number())).month);
}

// The month of the first day, and of each first of a month up to the last day; a year has them all.
std::uint64_t ResultsOfMonth(AllEnds arguments, Types types) {
  CivilDate date = CivilFromDays(DayOf(types[0], arguments[0][0]));
  const std::int64_t last = DayOf(types[0], arguments[0][1]);
  std::uint64_t months = 0;
  for (int i = 0; i < 12 && DaysFromCivil(date) <= last; ++i) {
    months |= Bit(date.month);
    date = {date.month == 12 ? date.year + 1 : date.year, date.month % 12 + 1, 1};
  }
  return months;
}

constexpr Function kMonth = {
    .name = "month",
    .signature = "month(d)",
    .summary = "The month of the date d, from 1 to 12.",
    .check = CheckMonth,
    .call = CallMonth,
    .results = ResultsOfMonth,
};

bool CheckWeekday(Arguments arguments, Type& result, std::string& problem) {
  result = Type{};
  result.kind = TypeKind::kEnum;
  result.enumeration = WeekdayEnum().get();
  result.high = 6;
  return CheckTime(arguments, problem);
}

Value CallWeekday(Values arguments, Types types, Arena&) {
  return Value::Number(Weekday(DayOf(types[0], arguments[0].number())));
}

std::uint64_t ResultsOfWeekday(AllEnds arguments, Types types) {
  const std::int64_t first = DayOf(types[0], arguments[0][0]);
  const std::int64_t last = std::min(DayOf(types[0], arguments[0][1]), first + 6);
  std::uint64_t weekdays = 0;
  for (std::int64_t day = first; day <= last; ++day) {
    weekdays |= Bit(Weekday(day));
  }
  return weekdays;
}

constexpr Function kWeekday = {
    .name = "weekday",
    .signature = "weekday(d)",
    .summary = "The day of the week of the date d: monday … sunday.",
    .check = CheckWeekday,
    .call = CallWeekday,
    .results = ResultsOfWeekday,
};

constexpr Function kFunctions[] = {kYear, kMonth, kWeekday};

std::shared_ptr<const Enum> MakeWeekdayEnum() {
  auto weekday = std::make_shared<Enum>();
  weekday->name = "weekday";
  for (const char* name :
       {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}) {
    weekday->members.push_back({name, {}});
  }
  return weekday;
}

}  // namespace

const std::shared_ptr<const Enum>& WeekdayEnum() {
  static const std::shared_ptr<const Enum> weekday = MakeWeekdayEnum();
  return weekday;
}

std::span<const Function> DateFunctions() { return kFunctions; }

}  // namespace lq::stdlib
