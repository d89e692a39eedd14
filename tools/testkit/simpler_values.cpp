#include "tools/testkit/simpler_values.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "runtime/value/date.h"
#include "runtime/value/number.h"
#include "runtime/value/values.h"

namespace lq::testkit {
namespace {

std::uint64_t Size(std::int64_t number) {
  return number < 0 ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
}

// Fewer digits that are not zeros at the end, no sign, then smaller.
std::tuple<int, bool, std::uint64_t> NumberRank(std::int64_t number) {
  std::uint64_t rest = Size(number);
  while (rest >= 10 && rest % 10 == 0) {
    rest /= 10;
  }
  int digits = 0;
  for (; rest > 0; rest /= 10) {
    ++digits;
  }
  return {digits, number < 0, Size(number)};
}

// The first of a year, of a month, any day; then nearest to the day that tests have unsaid.
std::tuple<int, std::uint64_t> DayRank(std::int64_t day) {
  const CivilDate date = CivilFromDays(day);
  const int kind = date.day != 1 ? 2 : date.month != 1 ? 1 : 0;
  return {kind, Size(day - DaysFromCivil({2026, 1, 1}))};
}

std::tuple<bool, int, std::uint64_t> InstantRank(std::int64_t instant) {
  const auto [kind, far] = DayRank(DayOfInstant(instant));
  return {instant % kMillisecondsPerDay != 0, kind, far};
}

void AddRound(std::int64_t value, std::vector<std::int64_t>& numbers) {
  numbers.push_back(0);
  for (std::int64_t unit = 1; unit <= 100'000'000'000'000'000; unit *= 10) {
    for (const int times : {1, 2, 5}) {
      numbers.push_back(unit * times);
    }
    numbers.push_back(value / unit * unit);
    const Int128 above = (Int128{value} / unit + 1) * unit;
    numbers.push_back(static_cast<std::int64_t>(
        std::min<Int128>(above, std::numeric_limits<std::int64_t>::max())));
  }
}

void AddDays(std::int64_t day, std::int64_t unit, std::vector<std::int64_t>& numbers) {
  const CivilDate date = CivilFromDays(day);
  for (const int year : {2026, date.year, date.year + 1}) {
    for (const int month : {1, date.month, date.month % 12 + 1}) {
      numbers.push_back(DaysFromCivil({std::clamp(year, 1, 9999), month, 1}) * unit);
    }
  }
  numbers.push_back(day * unit);
}

class Finder {
 public:
  Finder(const Type& type, const Value& value, const std::vector<Value>& turning, Arena& arena)
      : type_(type), value_(value), turning_(turning), arena_(arena) {}

  std::vector<Value> Run() {
    if (IsTextual(type_.kind)) {
      return Texts();
    }
    return type_.kind == TypeKind::kList ? Lists() : Numbers();
  }

 private:
  template <typename Rank>
  std::vector<Value> Ranked(std::vector<std::int64_t> numbers, Rank rank) const {
    const auto own = rank(value_.number());
    std::erase_if(numbers, [&](std::int64_t number) {
      return number < type_.low || number > type_.high || rank(number) >= own;
    });
    std::sort(numbers.begin(), numbers.end(),
              [&](std::int64_t a, std::int64_t b) { return rank(a) < rank(b); });
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    std::vector<Value> values;
    for (const std::int64_t number : numbers) {
      values.push_back(Value::Number(number));
    }
    return values;
  }

  std::vector<Value> Numbers() const {
    std::vector<std::int64_t> numbers = {type_.low, type_.high};
    for (const Value& value : turning_) {
      numbers.push_back(value.number());
    }
    if (type_.kind == TypeKind::kDate) {
      AddDays(value_.number(), 1, numbers);
      return Ranked(std::move(numbers), DayRank);
    }
    if (type_.kind == TypeKind::kInstant) {
      AddDays(DayOfInstant(value_.number()), kMillisecondsPerDay, numbers);
      return Ranked(std::move(numbers), InstantRank);
    }
    if (IsOrdered(type_.kind)) {
      AddRound(value_.number(), numbers);
      return Ranked(std::move(numbers), NumberRank);
    }
    // Names and codes: what the policy names, by the order of the type.
    return Ranked(std::move(numbers), [](std::int64_t number) { return number; });
  }

  static bool Shorter(const Value& a, const Value& b) {
    return std::pair(a.text().size(), a.text()) < std::pair(b.text().size(), b.text());
  }

  std::vector<Value> Texts() {
    std::vector<Value> values = turning_;
    values.push_back(Value::Text(type_.kind == TypeKind::kEmail    ? "a@a.example"
                                 : type_.kind == TypeKind::kDomain ? "a.example"
                                 : type_.kind == TypeKind::kPhone  ? "+10000000"
                                                                   : "a"));
    std::erase_if(values, [&](const Value& one) { return !Shorter(one, value_); });
    std::sort(values.begin(), values.end(), Shorter);
    return values;
  }

  std::vector<Value> Lists() {
    std::vector<Value> values = {Value::List({})};
    for (const Value& item : value_.items()) {
      values.push_back(Value::List(arena_.CopyArray<Value>(std::vector<Value>{item})));
    }
    values.insert(values.end(), turning_.begin(), turning_.end());
    std::erase_if(values,
                  [&](const Value& one) { return one.items().size() >= value_.items().size(); });
    std::stable_sort(values.begin(), values.end(), [](const Value& a, const Value& b) {
      return a.items().size() < b.items().size();
    });
    return values;
  }

  const Type& type_;
  const Value& value_;
  const std::vector<Value>& turning_;
  Arena& arena_;
};

}  // namespace

std::vector<Value> SimplerValues(const Type& type, const Value& value,
                                 const std::vector<Value>& turning, Arena& arena) {
  return Finder(type, value, turning, arena).Run();
}

}  // namespace lq::testkit
