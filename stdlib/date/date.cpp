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

std::int64_t YearOf(const Type& type, std::int64_t number) {
  return CivilFromDays(DayOf(type, number)).year;
}

std::uint64_t Bit(int number) { return std::uint64_t{1} << number; }

bool CheckYear(std::span<const Argument> arguments, Type& result, std::string& problem) {
  if (!ExpectCount(arguments, 1, problem) || !ExpectTime(arguments, 0, problem)) return false;
  const Type& type = arguments[0].type;
  result = IntegerType(YearOf(type, type.low), YearOf(type, type.high));
  return true;
}

bool CheckMonth(std::span<const Argument> arguments, Type& result, std::string& problem) {
  if (!ExpectCount(arguments, 1, problem) || !ExpectTime(arguments, 0, problem)) return false;
  result = IntegerType(1, 12);
  return true;
}

bool CheckWeekday(std::span<const Argument> arguments, Type& result, std::string& problem) {
  if (!ExpectCount(arguments, 1, problem) || !ExpectTime(arguments, 0, problem)) return false;
  result = Type{};
  result.kind = TypeKind::kEnum;
  result.enumeration = WeekdayEnum().get();
  result.high = 6;
  return true;
}

constexpr Function kYear = {
    .name = "year",
    .signature = "year(d)",
    .summary = "The year of the date d.",
    .check = CheckYear,
    .call = [](std::span<const Value> arguments, std::span<const Type> types, Arena&) {
      return Value::Number(YearOf(types[0], arguments[0].number()));
    },
    .range = [](std::span<const Ends> arguments, std::span<const Type> types, std::int64_t& low,
                std::int64_t& high) {
      low = YearOf(types[0], arguments[0][0]);
      high = YearOf(types[0], arguments[0][1]);
    }};

// From one day to another, the first of each month between included, at most a year's worth.
std::uint64_t MonthsBetween(std::int64_t first, std::int64_t last) {
  CivilDate date = CivilFromDays(first);
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
    .call = [](std::span<const Value> arguments, std::span<const Type> types, Arena&) {
      return Value::Number(CivilFromDays(DayOf(types[0], arguments[0].number())).month);
    },
    .results = [](std::span<const Ends> arguments, std::span<const Type> types) {
      return MonthsBetween(DayOf(types[0], arguments[0][0]), DayOf(types[0], arguments[0][1]));
    }};

constexpr Function kWeekday = {
    .name = "weekday",
    .signature = "weekday(d)",
    .summary = "The day of the week of the date d: monday … sunday.",
    .check = CheckWeekday,
    .call = [](std::span<const Value> arguments, std::span<const Type> types, Arena&) {
      return Value::Number(Weekday(DayOf(types[0], arguments[0].number())));
    },
    .results = [](std::span<const Ends> arguments, std::span<const Type> types) {
      const std::int64_t first = DayOf(types[0], arguments[0][0]);
      const std::int64_t last = std::min(DayOf(types[0], arguments[0][1]), first + 6);
      std::uint64_t weekdays = 0;
      for (std::int64_t day = first; day <= last; ++day) weekdays |= Bit(Weekday(day));
      return weekdays;
    }};

constexpr Function kFunctions[] = {kYear, kMonth, kWeekday};

std::shared_ptr<const Enum> MakeWeekdayEnum() {
  auto weekday = std::make_shared<Enum>();
  weekday->name = "weekday";
  for (const char* name : {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}) {
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
