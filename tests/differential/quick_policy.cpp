#include "tests/differential/quick_policy.h"

#include <algorithm>

#include <fmt/format.h>

#include "runtime/value/date.h"
#include "runtime/value/iso.h"

namespace lq::test {
namespace {

constexpr std::int64_t kNewYear = 20'454;

std::string Day(std::int64_t since) {
  std::string text;
  AppendDate(kNewYear + since, text);
  return text;
}

}  // namespace

QuickPolicy::QuickPolicy(std::uint64_t seed) : random_(seed) {
  outcomes_ = 2 + random_.Below(4);
  has_toggle_ = random_.Chance(20);
  has_text_ = random_.Chance(12);
  has_today_ = random_.Chance(12);
  assumes_ = random_.Chance(10);
  AddFields();
  files_["lead.lq"] = Schema();
  files_[kFile] = Policy();
}

void QuickPolicy::AddFields() {
  const std::size_t count = 2 + random_.Below(10);
  // All of a policy's leads have every value, or some lack some.
  const int missing = random_.Chance(50) ? 0 : random_.Chance(50) ? 5 : 25;
  for (std::size_t i = 0; i < count; ++i) {
    fields_.push_back(MakeField(i));
    fields_.back().missing = missing;
  }
  // A column that is not there at all.
  if (random_.Chance(10))
    fields_.back().missing = 100;
}

QuickPolicy::Field QuickPolicy::MakeField(std::size_t index) {
  static const std::vector<std::int64_t> kSpans = {
      7, 100, 254, 255, 60'000, 65'534, 1'000'000, 4'294'967'294, 1'000'000'000'000};
  Field field;
  field.name = fmt::format("f{}", index);
  field.kind = static_cast<Kind>(random_.Below(6));
  if (field.kind == Kind::kNumber) {
    field.low = random_.Between(-50, 50);
    field.high = field.low + random_.Pick(kSpans);
  } else if (field.kind == Kind::kMoney) {
    field.high = 10'000'000;
  } else if (field.kind == Kind::kDate) {
    field.high = 364;
  } else if (field.kind == Kind::kWord) {
    field.high = random_.Between(1, 9);
  } else {
    field.high = field.kind == Kind::kYesNo ? 1 : static_cast<std::int64_t>(CountryCount()) - 1;
  }
  // Two numbers make at most four steps.
  for (int i = 0; i < 2; ++i)
    field.pool.push_back(random_.Between(field.low, field.high));
  std::sort(field.pool.begin(), field.pool.end());
  return field;
}

std::string QuickPolicy::Schema() const {
  std::string text = "edition 2026\nschema lead version 1\n";
  for (const Field& field : fields_) {
    if (field.kind != Kind::kWord)
      continue;
    text += fmt::format("enum {}_kind of w0", field.name);
    for (std::int64_t i = 1; i <= field.high; ++i)
      text += fmt::format(", w{}", i);
    text += '\n';
  }
  text += "field title is text optional\nfield seen is date optional\n";
  for (const Field& field : fields_)
    text += fmt::format("field {} is {} optional\n", field.name, Type(field));
  return text;
}

std::string QuickPolicy::Type(const Field& field) const {
  switch (field.kind) {
    case Kind::kWord:
      return "one of " + field.name + "_kind";
    case Kind::kYesNo:
      return "yes_no";
    case Kind::kCountry:
      return "country";
    case Kind::kNumber:
      return fmt::format("integer from {} to {}", field.low, field.high);
    case Kind::kMoney:
      return fmt::format("money EUR from {} to {}", field.low, field.high);
    case Kind::kDate:
      return "date";
  }
  return {};
}

std::string QuickPolicy::Policy() {
  std::string text =
      "edition 2026\npolicy quick version 1\nuses schema lead\noutcomes strongest first\n ";
  for (std::size_t i = 0; i < outcomes_; ++i) {
    text += fmt::format(" o{}", i);
    if (random_.Chance(60))
      text += fmt::format(" needs {}%", 50 + random_.Below(48));
    text += i + 1 < outcomes_ ? "," : "\n";
  }
  text += fmt::format("  otherwise {} {} because NONE\n", Outcome(), Strength());
  text += "  undecided becomes ask_lead\n  doubtful becomes review\n";
  if (has_toggle_)
    text += "toggle strict default on\n";
  const std::size_t most = random_.Chance(40) ? 4 : random_.Chance(70) ? 12 : 40;
  const std::size_t rules = 1 + random_.Below(most);
  for (std::size_t i = 0; i < rules; ++i)
    text += Rule(i, rules);
  text += "group pair at most 4 points\n";
  for (std::size_t i = random_.Below(random_.Chance(70) ? 4 : 8); i > 0; --i)
    text += Evidence(i);
  if (random_.Chance(10))
    text += fmt::format("guard g\n  when {}\n  needs 95%\n  reason G\n", Test());
  return text;
}

std::string QuickPolicy::Rule(std::size_t index, std::size_t rules) {
  std::string text = fmt::format("rule r{}\n  choose {} {}\n  when {}\n", index, Outcome(),
                                 Strength(), Condition(1 + random_.Below(rules > 12 ? 3 : 2)));
  if (assumes_ && random_.Chance(30))
    text += fmt::format("  if unknown assume {}\n", random_.Chance(50) ? "yes" : "no");
  if (index > 0 && random_.Chance(1))
    text += fmt::format("  overrides r{}\n", random_.Below(index));
  return text + fmt::format("  reason R{}\n", index);
}

std::string QuickPolicy::Evidence(std::size_t index) {
  std::string text =
      fmt::format("evidence e{} {} {} {}\n  when {}\n", index,
                  random_.Chance(70) ? "supports" : "weakens", Outcome(), Strength(), Condition(1));
  if (random_.Chance(30))
    text += "  within pair\n";
  text += fmt::format("  reason E{}\n", index);
  if (random_.Chance(30))
    text += fmt::format("  otherwise weakens {} because N{}\n", Strength(), index);
  return text;
}

// At times two that join by `or`, which are two terms.
std::string QuickPolicy::Condition(std::size_t tests) {
  std::string text = Test();
  for (std::size_t i = 1; i < tests; ++i)
    text += " and " + Test();
  return random_.Chance(8) ? fmt::format("({}) or ({})", text, Test()) : text;
}

std::string QuickPolicy::Test() {
  if (has_text_ && random_.Chance(10))
    return "title is \"head\"";
  if (has_today_ && random_.Chance(10))
    return "seen on or after today minus 10 days";
  if (has_toggle_ && random_.Chance(10))
    return random_.Chance(50) ? "strict is on" : "strict is off";
  const Field& field = random_.Pick(fields_);
  const char* const is = random_.Chance(75) ? "is" : "is not";
  switch (field.kind) {
    case Kind::kYesNo:
      return fmt::format("{} is {}", field.name, random_.Chance(50) ? "yes" : "no");
    case Kind::kWord:
    case Kind::kCountry:
      if (random_.Chance(70))
        return fmt::format("{} {} {}", field.name, is, Literal(field, random_.Pick(field.pool)));
      return fmt::format("{} in [{}, {}]", field.name, Literal(field, field.pool[0]),
                         Literal(field, field.pool[1]));
    case Kind::kNumber:
    case Kind::kMoney:
    case Kind::kDate:
      return NumberTest(field);
  }
  return {};
}

std::string QuickPolicy::NumberTest(const Field& field) {
  static const std::vector<std::string> kNumbers = {"at least", "at most", "more than", "less than",
                                                    "is"};
  static const std::vector<std::string> kDates = {"on or after", "on or before", "after", "before",
                                                  "is"};
  if (random_.Chance(20)) {
    return fmt::format("{} between {} and {}", field.name, Literal(field, field.pool[0]),
                       Literal(field, field.pool[1]));
  }
  return fmt::format("{} {} {}", field.name,
                     random_.Pick(field.kind == Kind::kDate ? kDates : kNumbers),
                     Literal(field, random_.Pick(field.pool)));
}

std::string QuickPolicy::Literal(const Field& field, std::int64_t number) const {
  switch (field.kind) {
    case Kind::kWord:
      return fmt::format("w{}", number);
    case Kind::kCountry:
      return std::string(CountryCode(static_cast<std::size_t>(number)));
    case Kind::kMoney:
      return fmt::format("{} EUR", number);
    case Kind::kDate:
      return Day(number);
    case Kind::kYesNo:
    case Kind::kNumber:
      break;
  }
  return std::to_string(number);
}

std::string QuickPolicy::Strength() {
  static const std::vector<std::string> kWords = {
      "weakly", "fairly", "strongly", "decisively", "by 4 points", "with confidence 92.5%"};
  return random_.Pick(kWords);
}

std::string QuickPolicy::Lead() {
  std::string text = "{";
  const auto add = [&](std::string_view name, const std::string& value) {
    text += fmt::format("{}\"{}\":{}", text.size() > 1 ? "," : "", name, value);
  };
  if (has_text_)
    add("title", random_.Chance(50) ? "\"head\"" : "\"vp\"");
  if (has_today_)
    add("seen", '"' + Day(200 + random_.Between(-12, 12)) + '"');
  for (const Field& field : fields_) {
    if (!random_.Chance(field.missing))
      add(field.name, Value(field));
  }
  return text + "}";
}

std::string QuickPolicy::Value(const Field& field) {
  const std::int64_t number = Near(field);
  switch (field.kind) {
    case Kind::kYesNo:
      return number == 0 ? "false" : "true";
    case Kind::kWord:
    case Kind::kCountry:
    case Kind::kDate:
      return '"' + Literal(field, number) + '"';
    case Kind::kNumber:
      return std::to_string(number);
    case Kind::kMoney:
      return fmt::format("{}.{:02}", number, number < field.high ? random_.Below(3) : 0);
  }
  return {};
}

std::int64_t QuickPolicy::Near(const Field& field) {
  const std::int64_t near = random_.Pick(field.pool) + random_.Between(-1, 1);
  const std::int64_t number = random_.Chance(60)   ? near
                              : random_.Chance(80) ? random_.Between(field.low, field.high)
                              : random_.Chance(50) ? field.low
                                                   : field.high;
  return std::clamp(number, field.low, field.high);
}

}  // namespace lq::test
