#include "runtime/record/output_json.h"

#include "runtime/value/values.h"

namespace lq {
namespace {

void AppendOneOf(const Type& type, std::span<const Value> values, std::string& out) {
  out += "{\"one_of\":[";
  for (const Value& value : values) {
    if (&value != values.data())
      out += ',';
    AppendValueJson(type, value, out);
  }
  out += "]}";
}

void AppendFromTo(const Type& type, std::int64_t low, std::int64_t high, std::string& out) {
  out += "{\"from\":";
  AppendValueJson(type, Value::Number(low), out);
  out += ",\"to\":";
  AppendValueJson(type, Value::Number(high), out);
  out += '}';
}

void AppendOneOfRange(const Type& type, std::int64_t low, std::int64_t high, std::string& out) {
  out += "{\"one_of\":[";
  for (std::int64_t number = low; number <= high; ++number) {
    if (number != low)
      out += ',';
    AppendValueJson(type, Value::Number(number), out);
  }
  out += "]}";
}

// Every value from low to high: listed when the type has no order.
void AppendRange(const Type& type, std::int64_t low, std::int64_t high, std::string& out) {
  if (low == high) {
    AppendValueJson(type, Value::Number(low), out);
  } else if (IsOrdered(type.kind)) {
    AppendFromTo(type, low, high, out);
  } else {
    AppendOneOfRange(type, low, high, out);
  }
}

void AppendAll(const Type& type, std::string& out) {
  switch (type.kind) {
    case TypeKind::kYesNo:
      return AppendRange(type, 0, 1, out);
    case TypeKind::kEnum:
      return AppendRange(type, 0, static_cast<std::int64_t>(type.enumeration->members.size()) - 1,
                         out);
    case TypeKind::kInteger:
    case TypeKind::kDecimal:
    case TypeKind::kMoney:
    case TypeKind::kPercent:
    case TypeKind::kDate:
    case TypeKind::kInstant:
      return AppendRange(type, type.low, type.high, out);
    case TypeKind::kText:
    case TypeKind::kEmail:
    case TypeKind::kDomain:
    case TypeKind::kPhone:
    case TypeKind::kCountry:
    case TypeKind::kCurrency:
    case TypeKind::kLanguage:
    case TypeKind::kList:
      out += "null";
      return;
  }
}

}  // namespace

void AppendPossibleJson(const Type& type, const Possible& possible, std::string& out) {
  switch (possible.form) {
    case Possible::Form::kAll:
      return AppendAll(type, out);
    case Possible::Form::kBand:
      return AppendRange(type, possible.values[0].number(), possible.values[1].number(), out);
    case Possible::Form::kValues:
      break;
  }
  if (possible.single())
    return AppendValueJson(type, possible.values[0], out);
  AppendOneOf(type, possible.list(), out);
}

}  // namespace lq
