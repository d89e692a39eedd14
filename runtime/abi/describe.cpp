#include "runtime/abi/describe.h"

#include <string_view>

#include "runtime/record/output_json.h"
#include "runtime/value/iso.h"
#include "runtime/value/json_text.h"
#include "runtime/value/number.h"

namespace lq::abi {
namespace {

// `"name":`, behind a comma unless something has just been opened.
void AppendName(std::string_view name, std::string& out) {
  if (out.back() != '{' && out.back() != '[')
    out += ',';
  AppendJsonText(name, out);
  out += ':';
}

void AppendMember(std::string_view name, std::string_view text, std::string& out) {
  AppendName(name, out);
  AppendJsonText(text, out);
}

void AppendMember(std::string_view name, std::int64_t number, std::string& out) {
  AppendName(name, out);
  out += std::to_string(number);
}

void AppendYesNo(std::string_view name, bool yes, std::string& out) {
  AppendName(name, out);
  out += yes ? "true" : "false";
}

// `"name":[…]` of one item a time.
template <typename Items, typename AppendItem>
void AppendList(std::string_view name, const Items& items, std::string& out, AppendItem append) {
  AppendName(name, out);
  out += '[';
  for (const auto& item : items) {
    if (out.back() != '[')
      out += ',';
    append(item, out);
  }
  out += ']';
}

// The name of a kind in JSON.
std::string_view KindName(TypeKind kind) {
  switch (kind) {
    case TypeKind::kYesNo:
      return "yes_no";
    case TypeKind::kEnum:
      return "enum";
    case TypeKind::kText:
      return "text";
    case TypeKind::kInteger:
      return "integer";
    case TypeKind::kDecimal:
      return "decimal";
    case TypeKind::kMoney:
      return "money";
    case TypeKind::kPercent:
      return "percent";
    case TypeKind::kDate:
      return "date";
    case TypeKind::kInstant:
      return "instant";
    case TypeKind::kEmail:
      return "email";
    case TypeKind::kDomain:
      return "domain";
    case TypeKind::kPhone:
      return "phone";
    case TypeKind::kCountry:
      return "country";
    case TypeKind::kCurrency:
      return "currency";
    case TypeKind::kLanguage:
      return "language";
    case TypeKind::kList:
      return "list";
  }
  return {};
}

void AppendEnum(const Enum& enumeration, std::string& out) {
  AppendMember("enum", enumeration.name, out);
  AppendList("values", enumeration.members, out, [](const Enum::Member& member, std::string& json) {
    AppendJsonText(member.name, json);
  });
}

// Ends of a range, as a lead writes values of this type.
void AppendRange(const Type& type, std::string& out) {
  for (const auto& [name, end] : {std::pair("low", type.low), std::pair("high", type.high)}) {
    const Value value = Value::Number(end);
    AppendName(name, out);
    AppendPossibleJson(type, {Possible::Form::kValues, Cause::kNone, 1, &value}, out);
  }
}

void AppendType(const Type& type, std::string& out) {
  AppendMember("type", KindName(type.kind), out);
  if (type.kind == TypeKind::kMoney)
    AppendMember("currency", CurrencyCode(type.currency), out);
  if (type.kind == TypeKind::kDecimal || type.kind == TypeKind::kMoney)
    AppendMember("places", type.places, out);
  if (type.kind == TypeKind::kList) {
    AppendMember("of", KindName(type.element), out);
    AppendMember("max_items", type.max_items, out);
  }
  if (type.enumeration != nullptr)
    AppendEnum(*type.enumeration, out);
  if (IsOrdered(type.kind))
    AppendRange(type, out);
  if (type.max_length > 0)
    AppendMember("max_length", type.max_length, out);
}

void AppendField(const plan::SchemaField& field, std::string& out) {
  out += '{';
  AppendMember("path", field.path, out);
  AppendType(field.type, out);
  AppendYesNo("required", field.required, out);
  if (!field.question.empty())
    AppendMember("question", field.question, out);
  out += '}';
}

void AppendSchema(const plan::LeadSchema& schema, std::string& out) {
  AppendName("schema", out);
  out += '{';
  AppendMember("name", schema.name, out);
  AppendMember("version", schema.version, out);
  AppendYesNo("other_fields_rejected", schema.reject_unknown, out);
  AppendList("fields", schema.fields, out, AppendField);
  out += '}';
}

void AppendOutcome(const plan::Outcome& outcome, std::string& out) {
  out += '{';
  AppendMember("name", outcome.name, out);
  AppendName("needs", out);
  AppendShortDecimal(outcome.needs, 3, out);
  out += '}';
}

void AppendToggle(const plan::Toggle& toggle, std::string& out) {
  out += '{';
  AppendMember("name", toggle.name, out);
  AppendYesNo("default", toggle.on, out);
  out += '}';
}

}  // namespace

std::string Description(const plan::Plan& plan) {
  std::string out = "{\"format\":1";
  AppendMember("policy", plan.policy, out);
  AppendMember("version", plan.version, out);
  AppendMember("hash", plan.hash, out);
  AppendList("outcomes", plan.outcomes, out, AppendOutcome);
  AppendMember("undecided", plan.undecided, out);
  AppendMember("doubtful", plan.doubtful, out);
  AppendList("toggles", plan.toggles, out, AppendToggle);
  AppendList("languages", plan.languages, out, AppendJsonText);
  AppendList("outputs", plan.outputs, out, [](const plan::Output& output, std::string& json) {
    AppendJsonText(output.name, json);
  });
  AppendSchema(plan.schema, out);
  out += '}';
  return out;
}

}  // namespace lq::abi
