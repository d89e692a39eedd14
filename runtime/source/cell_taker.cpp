#include "runtime/source/cell_taker.h"

#include <array>
#include <optional>

#include "runtime/intake/json_tokens.h"
#include "runtime/source/moment.h"
#include "runtime/value/text.h"
#include "runtime/value/values.h"

namespace lq {

namespace {

using intake::ScalarRules;
using plan::SourceReading;
using Kind = PlaceValue::Kind;

// In the spellings that are common.
bool TakeYesNo(const Type& type, std::string_view text, Value& value) {
  for (const std::string_view yes : {"yes", "Yes", "true", "1"}) {
    if (text == yes)
      return !ScalarRules::TakeYesNo(type, true, value);
  }
  for (const std::string_view no : {"no", "No", "false", "0"}) {
    if (text == no)
      return !ScalarRules::TakeYesNo(type, false, value);
  }
  return false;
}

}  // namespace

CellTaker::CellTaker(const plan::SourceField& field, const plan::SchemaField& schema,
                     intake::LeadAssembly& assembly)
    : field_(field), type_(schema.type), rules_(assembly.rules()) {
  plain_numbers_ =
      !field.as.factor && field.as.marks.decimal == '.' && field.as.marks.group.empty();
  if (type_.kind == TypeKind::kList)
    return;
  if (field.places.empty())
    constant_ = assembly.Constant(field.field, field.constant, arena_);
  for (const plan::SourceCase& known : field.cases)
    cases_.push_back(assembly.Constant(field.field, known.json, arena_));
}

bool CellTaker::TakeConstant(Arena& arena, Possible& possible) const {
  return CopyKnown(constant_, arena, possible);
}

bool CellTaker::Take(const PlaceValue& place, Arena& arena, Possible& possible) const {
  if (type_.kind == TypeKind::kList || place.kind == Kind::kList || place.kind == Kind::kObject)
    return false;
  if (const plan::SourceCase* found = field_.FindCase(place.text)) {
    const auto index = static_cast<std::size_t>(found - field_.cases.data());
    return CopyKnown(cases_[index], arena, possible);
  }
  Value& value = arena.MakeArray<Value>(1).front();
  if (!TakeValue(place, arena, value))
    return false;
  SetKnown(value, possible);
  return true;
}

bool CellTaker::CopyKnown(const Possible& known, Arena& arena, Possible& possible) const {
  if (known.missing())
    return false;
  const std::span<Value> values = arena.CopyArray(known.list());
  if (IsTextual(type_.kind)) {
    for (Value& value : values)
      value = CopyValue(type_.kind, type_.element, value, arena);
  }
  possible = known;
  possible.values = values.data();
  return true;
}

bool CellTaker::TakeValue(const PlaceValue& place, Arena& arena, Value& value) const {
  if (field_.by)
    return TakeByFunction(place.text, arena, value);
  switch (field_.as.reading) {
    case SourceReading::kText:
    case SourceReading::kNumber:
      return TakeByType(place, arena, value);
    case SourceReading::kDate:
    case SourceReading::kInstant:
    case SourceReading::kUnixSeconds:
    case SourceReading::kUnixMilliseconds:
      return TakeMoment(place.text, value);
  }
  return false;
}

bool CellTaker::TakeByFunction(std::string_view text, Arena& arena, Value& value) const {
  const plan::SourceFunction& by = *field_.by;
  const std::string_view normal = NormalizeNfc(text, arena);
  const Value constant = by.constant.value_or(Value());
  std::optional<Value> made;
  if (by.conversion != nullptr) {
    made = by.conversion->convert(normal, constant, arena);
  } else {
    const std::array<Value, 2> arguments = {Value::Text(normal), constant};
    made = by.function->call(std::span(arguments).first(by.types.size()), by.types, arena);
  }
  if (!made)
    return false;
  if (IsTextual(type_.kind))
    return !made->text().empty() && !rules_.TakeText(type_, made->text(), arena, value);
  return !ScalarRules::TakeScaled(type_, made->number(), value);
}

bool CellTaker::TakeMoment(std::string_view text, Value& value) const {
  DateAndTime moment;
  if (!ReadMoment(field_.as, text, moment))
    return false;
  if (type_.kind == TypeKind::kDate)
    return !ScalarRules::TakeScaled(type_, moment.day, value);
  return type_.kind == TypeKind::kInstant && !ScalarRules::TakeScaled(type_, moment.instant, value);
}

bool CellTaker::TakeByType(const PlaceValue& place, Arena& arena, Value& value) const {
  switch (type_.kind) {
    case TypeKind::kYesNo:
      return TakeYesNo(type_, place.text, value);
    case TypeKind::kInteger:
    case TypeKind::kDecimal:
    case TypeKind::kMoney:
      return TakeNumber(place.text, value);
    case TypeKind::kPercent:
      return TakeNumber(place.text.ends_with('%')
                            ? Trim(place.text.substr(0, place.text.size() - 1))
                            : place.text,
                        value);
    case TypeKind::kEnum:
    case TypeKind::kText:
    case TypeKind::kDate:
    case TypeKind::kInstant:
    case TypeKind::kEmail:
    case TypeKind::kDomain:
    case TypeKind::kPhone:
    case TypeKind::kCountry:
    case TypeKind::kCurrency:
    case TypeKind::kLanguage:
      return place.kind != Kind::kYesNo && !rules_.TakeText(type_, place.text, arena, value);
    case TypeKind::kList:
      break;
  }
  return false;
}

// As JSON writes it.
bool CellTaker::TakeNumber(std::string_view text, Value& value) const {
  const char* at = text.data();
  const char* const end = at + text.size();
  intake::JsonNumber number;
  return plain_numbers_ && intake::ScanJsonNumber(at, end, number).empty() && at == end &&
         !ScalarRules::TakeNumber(type_, number, value);
}

}  // namespace lq
