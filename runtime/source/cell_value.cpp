#include "runtime/source/cell_value.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "runtime/source/moment.h"
#include "runtime/value/date.h"
#include "runtime/value/json_text.h"
#include "runtime/value/number.h"
#include "runtime/value/text.h"
#include "runtime/value/values.h"

namespace lq {

namespace {

using plan::SourceConversion;
using plan::SourceField;
using plan::SourceReading;
using Kind = PlaceValue::Kind;

bool Refuse(CellProblem& problem, std::string_view code, std::string rule,
            std::string_view help = {}) {
  problem = {code, {}, std::move(rule), help};
  return false;
}

bool AppendText(std::string_view text, std::string& json) {
  AppendJsonText(text, json);
  return true;
}

bool AppendYesNo(std::string_view text, std::string& json, CellProblem& problem) {
  const std::string word = FoldCase(text);
  if (word == "yes" || word == "true" || word == "y" || word == "1" || word == "1.0") {
    json += "true";
  } else if (word == "no" || word == "false" || word == "n" || word == "0" || word == "0.0") {
    json += "false";
  } else {
    return Refuse(problem, "type", "is not yes or no");
  }
  return true;
}

bool RefuseNumber(const SourceConversion& as, std::string_view code, std::string_view text,
                  CellProblem& problem) {
  if (as.reading == SourceReading::kNumber) {
    return Refuse(problem, code, "is not a number written like the sample in the source");
  }
  const bool comma = text.find(',') != std::string_view::npos;
  return Refuse(problem, code, "is not a number",
                comma ? "the source can say how it is written: `as number \"1,234.56\"`" : "");
}

std::string_view NumberCode(const Type& type) {
  return type.kind == TypeKind::kInteger ? "type" : "format";
}

bool AppendNumber(const SourceConversion& as, const Type& type, std::string_view text,
                  std::string& json, CellProblem& problem) {
  std::string plain;
  if (!AppendPlainNumber(text, as.marks, plain)) {
    return RefuseNumber(as, NumberCode(type), text, problem);
  }
  if (!as.factor) {
    json += plain;
  } else if (!AppendProduct(plain, *as.factor, json)) {
    return Refuse(problem, NumberCode(type), "is not a number of at most 18 digits");
  }
  return true;
}

bool AppendPercent(const SourceConversion& as, const Type& type, std::string_view text,
                   std::string& json, CellProblem& problem) {
  return AppendNumber(as, type, text.ends_with('%') ? Trim(text.substr(0, text.size() - 1)) : text,
                      json, problem);
}

bool IsCode(std::string_view text) {
  return text.size() == 3 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// "5000", "5000 EUR" or "EUR 5000"; intake compares the currency with the field's.
bool AppendMoney(const SourceConversion& as, const Type& type, std::string_view text,
                 std::string& json, CellProblem& problem) {
  std::string_view amount = text;
  std::string_view currency;
  if (text.size() > 3 && IsCode(text.substr(text.size() - 3))) {
    currency = text.substr(text.size() - 3);
    amount = Trim(text.substr(0, text.size() - 3));
  } else if (text.size() > 3 && IsCode(text.substr(0, 3))) {
    currency = text.substr(0, 3);
    amount = Trim(text.substr(3));
  }
  if (currency.empty())
    return AppendNumber(as, type, amount, json, problem);
  std::string number;
  if (!AppendNumber(as, type, amount, number, problem))
    return false;
  json.append("{\"amount\":")
      .append(number)
      .append(",\"currency\":\"")
      .append(currency)
      .append("\"}");
  return true;
}

void AppendMoment(const Type& type, DateAndTime moment, std::string& json) {
  json += '"';
  if (type.kind == TypeKind::kDate) {
    AppendDate(moment.day, json);
  } else {
    AppendInstant(moment.instant, json);
  }
  json += '"';
}

bool RefuseMoment(const SourceConversion& as, CellProblem& problem) {
  const bool by_layout =
      as.reading == SourceReading::kDate || as.reading == SourceReading::kInstant;
  if (by_layout) {
    return Refuse(problem, "format", fmt::format("is no date written as `{}`", as.layout_text));
  }
  const bool seconds = as.reading == SourceReading::kUnixSeconds;
  return Refuse(problem, "format",
                fmt::format("is no time in {} since 1970", seconds ? "seconds" : "milliseconds"));
}

bool IsName(TypeKind kind) { return kind == TypeKind::kEnum || kind == TypeKind::kYesNo; }

// What a type that takes texts makes of a value of JSON that is none: a number is its digits, yes
// or no is no text.
bool AppendWord(const Type& type, const PlaceValue& place, std::string& json,
                CellProblem& problem) {
  if (place.kind == Kind::kYesNo && !IsName(type.kind)) {
    problem.seen = place.text;
    problem.code = "type";
    problem.rule = "is not a text";
    return false;
  }
  return AppendText(place.text, json);
}

bool AppendByType(const SourceConversion& as, const Type& type, const PlaceValue& place,
                  std::string& json, CellProblem& problem) {
  switch (type.kind) {
    case TypeKind::kYesNo:
      return AppendYesNo(place.text, json, problem);
    case TypeKind::kInteger:
    case TypeKind::kDecimal:
      return AppendNumber(as, type, place.text, json, problem);
    case TypeKind::kMoney:
      return AppendMoney(as, type, place.text, json, problem);
    case TypeKind::kPercent:
      return AppendPercent(as, type, place.text, json, problem);
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
      return AppendWord(type, place, json, problem);
    case TypeKind::kList:
      return Refuse(problem, "type", "is not a list");
  }
  return false;
}

bool AppendByReading(const SourceConversion& as, const Type& type, const PlaceValue& place,
                     std::string& json, CellProblem& problem) {
  if (as.reading == SourceReading::kText || as.reading == SourceReading::kNumber)
    return AppendByType(as, type, place, json, problem);
  DateAndTime moment;
  if (!ReadMoment(as, place.text, moment))
    return RefuseMoment(as, problem);
  AppendMoment(type, moment, json);
  return true;
}

bool RefuseShape(const PlaceValue& place, bool in_form, CellProblem& problem) {
  const bool object = place.kind == Kind::kObject;
  problem.code = "type";
  problem.seen = object ? "an object" : fmt::format("a list of {} values", place.items.size());
  problem.rule = "is not one value";
  problem.help = object    ? "name the member that holds the value: `….name`"
                 : in_form ? "let the form send it once"
                           : "say which of them, such as `…[0]`";
  return false;
}

}  // namespace

CellConverter::CellConverter(const SourceField& field, const Type& type, bool lone_is_list)
    : field_(field),
      is_list_(type.kind == TypeKind::kList),
      lone_is_list_(lone_is_list),
      type_(is_list_ ? ItemType(type) : type) {}

bool CellConverter::Append(const PlaceValue& place, std::string& json, CellProblem& problem) {
  problem = {};
  if (!is_list_)
    return AppendOne(place, json, problem);
  if (place.kind == Kind::kList)
    return AppendList(place.items, json, problem);
  if (lone_is_list_)
    return AppendList(std::span(&place, 1), json, problem);
  if (place.kind == Kind::kObject)
    problem.seen = "an object";
  return Refuse(problem, "type", "is not a list");
}

bool CellConverter::AppendList(std::span<const PlaceValue> items, std::string& json,
                               CellProblem& problem) {
  const std::size_t begin = json.size();
  json += '[';
  for (const PlaceValue& item : items) {
    if (&item != items.data())
      json += ',';
    if (!AppendOne(item, json, problem)) {
      json.resize(begin);
      if (item.kind == Kind::kList)
        problem.seen = "a list within the list";
      return false;
    }
  }
  json += ']';
  return true;
}

bool CellConverter::AppendOne(const PlaceValue& place, std::string& json, CellProblem& problem) {
  if (place.kind == Kind::kObject || place.kind == Kind::kList)
    return RefuseShape(place, lone_is_list_, problem);
  if (const plan::SourceCase* found = field_.FindCase(place.text)) {
    json += found->json;
    rule_ = found->is_band ? CellRule::kBand : CellRule::kWhere;
    return true;
  }
  rule_ = field_.by ? CellRule::kFunction : CellRule::kReading;
  return field_.by ? AppendByFunction(place.text, json, problem)
                   : AppendByReading(field_.as, type_, place, json, problem);
}

bool CellConverter::AppendByFunction(std::string_view text, std::string& json,
                                     CellProblem& problem) {
  arena_.Reset();
  const plan::SourceFunction& by = *field_.by;
  const std::string_view normal = NormalizeNfc(text, arena_);
  if (by.conversion != nullptr)
    return AppendConverted(*by.conversion, normal, json, problem);
  const std::array<Value, 2> arguments = {Value::Text(normal), by.constant.value_or(Value())};
  const std::size_t count = by.types.size();
  const Value value = by.function->call(std::span(arguments).first(count), by.types, arena_);
  AppendValueJson(type_, value, json);
  return true;
}

bool CellConverter::AppendConverted(const stdlib::Conversion& conversion, std::string_view text,
                                    std::string& json, CellProblem& problem) {
  const std::optional<Value> value =
      conversion.convert(text, field_.by->constant.value_or(Value()), arena_);
  if (!value)
    return Refuse(problem, "value", fmt::format("is not {}", conversion.wanted));
  AppendValueJson(type_, *value, json);
  return true;
}

bool ReadReportTime(const SourceConversion& as, std::string_view text, std::int64_t& milliseconds,
                    CellProblem& problem) {
  problem = {};
  if (as.reading == SourceReading::kText || as.reading == SourceReading::kNumber) {
    return ReadIsoMoment(text, milliseconds) ||
           Refuse(problem, "format", "is no date or time such as 2026-07-01T10:00:00Z",
                  "say how it is written: `at from \"…\" as …`");
  }
  DateAndTime moment;
  if (!ReadMoment(as, text, moment))
    return RefuseMoment(as, problem);
  milliseconds = moment.instant;
  return true;
}

std::string_view UnfitJson(const Type& type) {
  return type.kind == TypeKind::kList ? "false" : "[]";
}

}  // namespace lq
