#include "tools/testkit/given_text.h"

#include <algorithm>

#include <fmt/format.h>

#include "compiler/ir/type_text.h"
#include "runtime/value/date.h"

namespace lq::testkit {
namespace {

using Items = std::vector<std::string>;

std::string MomentText(std::int64_t instant) {
  std::string text;
  if (instant % kMillisecondsPerDay == 0) {
    AppendDate(DayOfInstant(instant), text);
  } else {
    AppendInstant(instant, text);
  }
  return text;
}

std::string TodayText(std::int64_t as_of) {
  return (as_of % kMillisecondsPerDay == 0 ? "today " : "now ") + MomentText(as_of);
}

std::string ConstantText(const Type& type, const Value& value) {
  std::string text = ir::ValueText(type, value);
  const bool languages = type.kind == TypeKind::kList && type.element == TypeKind::kLanguage;
  if (type.kind == TypeKind::kLanguage || languages) {
    for (char& c : text) {
      c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
  }
  return text;
}

std::string BandText(const Type& type, const ir::GivenValue& value) {
  const auto end = [&](std::int64_t number) { return ConstantText(type, Value::Number(number)); };
  if (value.low && value.high) {
    return fmt::format("{} to {}", end(*value.low), end(*value.high));
  }
  return value.low ? "at least " + end(*value.low) : "at most " + end(*value.high);
}

std::string ReportText(const Type& type, const ir::GivenReport& report) {
  return fmt::format("{} from {}{}", ConstantText(type, report.value), report.source,
                     report.at ? " at " + MomentText(*report.at) : "");
}

const ir::GivenValue* Find(const ir::Given& given, std::uint32_t field) {
  const auto found = std::find_if(given.fields.begin(), given.fields.end(),
                                  [&](const ir::GivenField& one) { return one.field == field; });
  return found == given.fields.end() ? nullptr : &found->value;
}

// "missing" where nothing is said.
std::string FieldText(const ir::Program& program, const ir::Given& given, std::uint32_t field) {
  const ir::GivenValue* value = Find(given, field);
  return value == nullptr ? "missing" : GivenValueText(program.schema.fields[field].type, *value);
}

// What must be said of `given` when `base` is said already.
Items Differences(const ir::Program& program, const ir::Given& base, const ir::Given& given,
                  std::string_view prefix) {
  Items items;
  for (std::uint32_t field = 0; field < program.schema.fields.size(); ++field) {
    const std::string text = FieldText(program, given, field);
    if (text != FieldText(program, base, field)) {
      items.push_back(fmt::format("{}{} {}", prefix, program.schema.fields[field].path, text));
    }
  }
  for (std::size_t i = 0; i < program.toggles.size(); ++i) {
    if (given.toggles[i] != base.toggles[i]) {
      items.push_back(
          fmt::format("toggle {} {}", program.toggles[i].name, given.toggles[i] ? "on" : "off"));
    }
  }
  if (given.as_of != base.as_of) {
    items.push_back(TodayText(given.as_of));
  }
  return items;
}

ir::Given Nothing(const ir::Program& program) {
  ir::Given given;
  for (const ir::Toggle& toggle : program.toggles) {
    given.toggles.push_back(toggle.on);
  }
  return given;
}

}  // namespace

std::string GivenValueText(const Type& type, const ir::GivenValue& value) {
  std::string text;
  switch (value.kind) {
    case ir::GivenValue::Kind::kMissing:
      return "missing";
    case ir::GivenValue::Kind::kBand:
      return BandText(type, value);
    case ir::GivenValue::Kind::kValues:
      for (const Value& one : value.values) {
        text += (text.empty() ? "" : " or ") + ConstantText(type, one);
      }
      return text;
    case ir::GivenValue::Kind::kReports:
      for (const ir::GivenReport& report : value.reports) {
        text += (text.empty() ? "" : " or ") + ReportText(type, report);
      }
      return text;
  }
  return text;
}

std::string GivenText(const ir::Program& program, const std::vector<ir::Fixture>& fixtures,
                      const ir::Given& given, std::string_view prefix) {
  Items items = Differences(program, Nothing(program), given, prefix);
  const ir::Fixture* nearest = nullptr;
  for (const ir::Fixture& fixture : fixtures) {
    if (fixture.given.payload) {
      continue;
    }
    Items fewer = Differences(program, fixture.given, given, prefix);
    if (fewer.size() < items.size()) {
      items = std::move(fewer);
      nearest = &fixture;
    }
  }
  const std::string list = fmt::format("{}", fmt::join(items, ", "));
  if (nearest == nullptr) {
    // Something must be given, be it what counts anyway.
    return items.empty() ? TodayText(given.as_of) : list;
  }
  return items.empty() ? nearest->name : fmt::format("{} but {}", nearest->name, list);
}

}  // namespace lq::testkit
