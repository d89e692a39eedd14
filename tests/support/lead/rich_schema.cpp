#include "tests/support/lead/rich_schema.h"

#include <limits>
#include <utility>

#include "runtime/value/date.h"
#include "runtime/value/iso.h"

namespace lq::test {
namespace {

Type Ranged(TypeKind kind, std::int64_t low, std::int64_t high, int places = 0) {
  Type type;
  type.kind = kind;
  type.low = low;
  type.high = high;
  type.places = static_cast<std::uint8_t>(places);
  return type;
}

Type Money(std::string_view code, std::int64_t low, std::int64_t high) {
  const std::uint16_t currency = *FindCurrency(code);
  Type type = Ranged(TypeKind::kMoney, low, high, CurrencyMinorDigits(currency));
  type.currency = currency;
  return type;
}

Type Textual(TypeKind kind, std::uint32_t max_length) {
  Type type;
  type.kind = kind;
  type.max_length = max_length;
  return type;
}

Type Coded(TypeKind kind, std::size_t count) {
  return Ranged(kind, 0, static_cast<std::int64_t>(count) - 1);
}

Type OneOf(const Enum& enumeration) {
  Type type = Coded(TypeKind::kEnum, enumeration.members.size());
  type.enumeration = &enumeration;
  return type;
}

Type ListOf(TypeKind element, const Enum* enumeration = nullptr) {
  Type type;
  type.kind = TypeKind::kList;
  type.element = element;
  type.enumeration = enumeration;
  type.max_items = 3;
  type.max_length = 5;
  return type;
}

std::shared_ptr<const Enum> Colours() {
  return std::make_shared<const Enum>(
      Enum{"colour", {{"red", {"Red", "Rouge"}}, {"green", {}}, {"blue", {"Bleu foncé"}}}, false});
}

std::shared_ptr<const Enum> Shades() {
  return std::make_shared<const Enum>(
      Enum{"shade", {{"light", {"Light One"}}, {"dark", {}}}, true});
}

plan::SchemaField Field(std::string path, const Type& type) {
  plan::SchemaField field;
  field.path = std::move(path);
  field.type = type;
  return field;
}

void AddTypes(plan::LeadSchema& schema) {
  const auto add = [&](std::string path, const Type& type) {
    schema.fields.push_back(Field(std::move(path), type));
  };
  using Limits = std::numeric_limits<std::int64_t>;
  const Enum& colours = *schema.enums[0];
  add("y", Ranged(TypeKind::kYesNo, 0, 1));
  add("e", OneOf(colours));
  add("shade", OneOf(*schema.enums[1]));
  add("t", Textual(TypeKind::kText, 5));
  add("long", Textual(TypeKind::kText, 256));
  add("n", Ranged(TypeKind::kInteger, 0, 10'000));
  add("whole", Ranged(TypeKind::kInteger, Limits::min(), Limits::max()));
  add("d", Ranged(TypeKind::kDecimal, -100'00, 100'00, 2));
  add("m", Money("EUR", 0, 10'000'000'00));
  add("yen", Money("JPY", 0, 1'000'000));
  add("p", Ranged(TypeKind::kPercent, 0, 100'00, 2));
  add("share", Ranged(TypeKind::kPercent, -100'00, 500'00, 2));
  add("day", Ranged(TypeKind::kDate, kFirstDay, kLastDay));
  add("at", Ranged(TypeKind::kInstant, kFirstInstant, kLastInstant));
  add("mail", Textual(TypeKind::kEmail, 0));
  add("site", Textual(TypeKind::kDomain, 0));
  add("tel", Textual(TypeKind::kPhone, 0));
  add("cc", Coded(TypeKind::kCountry, CountryCount()));
  add("cur", Coded(TypeKind::kCurrency, CurrencyCount()));
  add("lang", Coded(TypeKind::kLanguage, LanguageCount()));
  add("es", ListOf(TypeKind::kEnum, &colours));
  add("ts", ListOf(TypeKind::kText));
  add("ccs", ListOf(TypeKind::kCountry));
  add("langs", ListOf(TypeKind::kLanguage));
}

void AddReported(plan::LeadSchema& schema) {
  const Type hundred = Ranged(TypeKind::kInteger, 0, 100);
  plan::SchemaField size = Field("company.size", Ranged(TypeKind::kInteger, 1, 5'000'000));
  size.sources = {"crm", "enrichment", "form"};
  size.keep_both = true;
  size.stale_after_days = 365;
  plan::SchemaField city = Field("company.hq.city", Textual(TypeKind::kText, 40));
  plan::SchemaField trusted = Field("trusted", hundred);
  trusted.sources = {"crm", "form"};
  trusted.stale_after_days = 10;
  plan::SchemaField any = Field("any", hundred);
  any.stale_after_days = 10;
  plan::SchemaField lax = Field("lax", hundred);
  lax.invalid_is_missing = true;
  plan::SchemaField group = Field("group.lax", hundred);
  group.sources = {"crm", "form"};
  group.stale_after_days = 10;
  group.invalid_is_missing = true;
  for (const auto& field : {size, city, trusted, any, lax, group})
    schema.fields.push_back(field);
}

}  // namespace

plan::LeadSchema RichSchema() {
  plan::LeadSchema schema;
  schema.name = "rich";
  schema.version = 1;
  schema.enums = {Colours(), Shades()};
  AddTypes(schema);
  AddReported(schema);
  return schema;
}

plan::LeadSchema StrictSchema() {
  plan::LeadSchema schema = RichSchema();
  schema.reject_unknown = true;
  for (plan::SchemaField& field : schema.fields)
    field.required = field.path == "n" || field.path == "lax";
  return schema;
}

}  // namespace lq::test
