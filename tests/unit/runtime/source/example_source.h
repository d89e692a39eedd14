#pragma once

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

}  // namespace lq::test
