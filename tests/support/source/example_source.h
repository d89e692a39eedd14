#pragma once

#include <algorithm>
#include <memory>
#include <string>

#include "runtime/plan/lead_schema.h"
#include "runtime/plan/source_plan.h"
#include "runtime/value/date.h"
#include "runtime/value/iso.h"

// A schema with a field of every type, and a source that maps a column of the same name onto each.
namespace lq::test {

inline Type NumberType(TypeKind kind, int places, std::int64_t low, std::int64_t high) {
  Type type;
  type.kind = kind;
  type.places = static_cast<std::uint8_t>(places);
  type.low = low;
  type.high = high;
  return type;
}

inline Type TextType(TypeKind kind, std::uint32_t length) {
  Type type;
  type.kind = kind;
  type.max_length = length;
  return type;
}

inline Type CodeType(TypeKind kind, std::size_t count) {
  return NumberType(kind, 0, 0, static_cast<std::int64_t>(count) - 1);
}

struct Example {
  plan::LeadSchema schema;
  plan::SourcePlan plan;

  Example() {
    plan.name = "site";
    plan.schema = schema.name = "lead";
    plan.reports_as = "form";
  }

  plan::SourceField& Add(const std::string& path, Type type, std::vector<std::string> columns) {
    plan::SchemaField field;
    field.path = path;
    field.type = type;
    schema.fields.push_back(field);
    plan::SourceField mapping;
    mapping.path = path;
    mapping.field = static_cast<std::uint32_t>(schema.fields.size() - 1);
    for (const std::string& column : columns) {
      mapping.places.push_back(static_cast<std::uint32_t>(plan.places.size()));
      plan.places.push_back(column);
    }
    plan.fields.push_back(mapping);
    return plan.fields.back();
  }

  Type RoleType() {
    auto roles = std::make_shared<Enum>();
    roles->name = "role_kind";
    roles->members = {{"student", {"Student"}}, {"decision_maker", {"Decision Maker"}}};
    roles->ignoring_case = true;
    schema.enums.push_back(roles);
    Type type = NumberType(TypeKind::kEnum, 0, 0, 1);
    type.enumeration = roles.get();
    return type;
  }
};

inline Type MoneyType() {
  Type type = NumberType(TypeKind::kMoney, 2, 0, 100'000'000);
  type.currency = *FindCurrency("EUR");
  return type;
}

inline Type DateType() { return NumberType(TypeKind::kDate, 0, kFirstDay, kLastDay); }
inline Type InstantType() { return NumberType(TypeKind::kInstant, 0, kFirstInstant, kLastInstant); }

// A field of every type that a cell can hold, and every way to read one.
inline Example EveryType() {
  Example example;
  std::string problem;
  example.plan.separator = ',';
  example.plan.missing = {"NA"};
  example.Add("yes", NumberType(TypeKind::kYesNo, 0, 0, 1), {"yes"});
  example.Add("role", example.RoleType(), {"role"}).cases = {{"Boss", "\"decision_maker\""}};
  example.Add("name", TextType(TypeKind::kText, 20), {"name", "nick"});
  example.Add("size.low", NumberType(TypeKind::kInteger, 0, -5, 1000), {"size"}).cases = {
      {"1-5", R"({"from":1,"to":5})"}};
  plan::SourceField& ratio =
      example.Add("size.ratio", NumberType(TypeKind::kDecimal, 2, -100, 10'000), {"ratio"});
  ratio.as.reading = plan::SourceReading::kNumber;
  ratio.as.marks = *ParseNumberSample("1.234,56", problem);
  ratio.as.factor = DecimalFactor{5, 1};
  example.Add("budget", MoneyType(), {"budget"});
  example.Add("share", NumberType(TypeKind::kPercent, 2, 0, 10'000), {"share"});
  plan::SourceField& day = example.Add("day", DateType(), {"day"});
  day.as.reading = plan::SourceReading::kDate;
  day.as.layout = *ParseDateLayout("%d %b %y %I:%M:%S %p", problem);
  example.Add("seen", InstantType(), {"seen"}).as.reading = plan::SourceReading::kUnixSeconds;
  example.Add("email", TextType(TypeKind::kEmail, 320), {"email"});
  example.Add("phone", TextType(TypeKind::kPhone, 16), {"phone"});
  example.Add("country", CodeType(TypeKind::kCountry, CountryCount()), {"country"});
  std::sort(example.plan.fields.begin(), example.plan.fields.end(),
            [](const auto& a, const auto& b) { return a.path < b.path; });
  example.plan.lead_id = 0;
  example.plan.at = static_cast<std::uint32_t>(example.plan.places.size());
  example.plan.places.push_back("at");
  return example;
}

// The first row of a file with the plan's columns.
inline std::string HeaderOf(const plan::SourcePlan& plan) {
  std::string header;
  for (const std::string& place : plan.places)
    header += (header.empty() ? "" : ",") + place;
  return header;
}

}  // namespace lq::test
