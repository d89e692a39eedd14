#include "runtime/intake/fault_message.h"

#include <algorithm>

#include <fmt/format.h>

#include "runtime/intake/expected_text.h"
#include "runtime/intake/lead_limits.h"
#include "runtime/value/iso.h"
#include "runtime/value/number.h"
#include "runtime/value/values.h"

namespace lq::intake {
namespace {

std::string RangeMessage(const plan::SchemaField& field, std::string_view seen) {
  std::string low;
  std::string high;
  AppendValueText(field.type, Value::Number(field.type.low), low);
  AppendValueText(field.type, Value::Number(field.type.high), high);
  return fmt::format(
      "`{}` is {}, but it goes from {} to {}; correct the value, or widen the field's range",
      field.path, seen, low, high);
}

std::string PlacesMessage(const plan::SchemaField& field, std::string_view seen) {
  const int places = field.type.places;
  if (places == 0)
    return fmt::format("`{}` is {}, but it takes no decimal places; round it", field.path, seen);
  return fmt::format("`{}` is {}, but it takes at most {} decimal place{}; round it", field.path,
                     seen, places, places == 1 ? "" : "s");
}

std::string CurrencyMessage(const plan::SchemaField& field, std::string_view seen) {
  const std::string_view currency = CurrencyCode(field.type.currency);
  return fmt::format("`{}` is in {}, but it takes {}; send the amount in {}", field.path, seen,
                     currency, currency);
}

// The path "a.b" as {"a": {"b": …}}.
std::string NestedText(std::string_view path) {
  const std::size_t dot = path.find('.');
  const std::string_view first = path.substr(0, dot);
  const std::string rest = dot == std::string_view::npos ? "…" : NestedText(path.substr(dot + 1));
  return fmt::format(R"({{"{}": {}}})", first, rest);
}

std::string OnTheWayMessage(const plan::SchemaField& field, std::string_view seen) {
  return fmt::format("`{}` lies inside of an object, but {} stands there; write {}", field.path,
                     seen, NestedText(field.path));
}

std::string SourceMessage(const plan::SchemaField& field, std::string_view seen) {
  return fmt::format(
      "`{}` is reported by {}, but takes reports from {}; correct the `source`, or add it "
      "to the field's `sources`",
      field.path, seen, fmt::join(field.sources, " or "));
}

// A number in quotes, which an integer never is.
bool IsQuotedNumber(const Type& type, std::string_view seen) {
  if (type.kind != TypeKind::kInteger)
    return false;
  if (seen.size() < 2 || seen.front() != '"' || seen.back() != '"')
    return false;
  std::int64_t number = 0;
  return ParseDecimal(seen.substr(1, seen.size() - 2), 0, number) != NumberProblem::kNotANumber;
}

std::string ValueMessage(const plan::SchemaField& field, const Fault& fault,
                         std::string_view seen) {
  const Type type = fault.in_list ? BoundedItemType(field.type) : field.type;
  std::string message = fmt::format("`{}` {} {}, but it takes {}", field.path,
                                    fault.in_list ? "lists" : "is", seen, ExpectedText(type));
  if (IsQuotedNumber(type, fault.seen))
    message += "; write the number without quotes";
  if (fault.kind == FaultKind::kTooLong)
    message += "; shorten it";
  return message;
}

// The words where path (0) and what was seen (1) are all that they need; empty for the other kinds.
std::string_view WordsOf(FaultKind kind) {
  switch (kind) {
    case FaultKind::kNulCharacter:
      return "`{0}` holds a NUL character (\\u0000), which no text may; remove it";
    case FaultKind::kTooManyValues:
      return "`{0}` has a `one_of` of more than 64 values; send fewer, or null";
    case FaultKind::kBandReversed:
      return "`{0}` is the band {1}, whose `from` is greater than its `to`; swap them";
    case FaultKind::kBandUnordered:
      return "`{0}` is the band {1}, but its values have no order; list them as {{\"one_of\": "
             "[…]}}";
    case FaultKind::kOneOfEmpty:
      return "`{0}` has an empty `one_of`; list at least one value, or send null";
    case FaultKind::kOneOfNotList:
      return "`{0}` is {1}, but `one_of` takes a list: {{\"one_of\": […]}}";
    case FaultKind::kEmptyObject:
      return "`{0}` is an empty object, which says nothing; send a value, or null";
    case FaultKind::kUnknownKey:
      return "`{0}` has the unknown key {1}; a value is written plainly or as an object with "
             "`one_of`, with `from` and `to`, or with `reports` of `value`, `source` and `at`";
    case FaultKind::kReportsNotList:
      return "`{0}` is {1}, but `reports` takes a list: {{\"reports\": [{{\"value\": …}}]}}";
    case FaultKind::kReportNotObject:
      return "`{0}` has the report {1}, but a report is an object: {{\"value\": …, \"source\": …}}";
    case FaultKind::kReportSource:
      return "`{0}` has a report whose `source` is {1}, but a source is named by a text";
    case FaultKind::kReportTimeType:
    case FaultKind::kReportTime:
      return "`{0}` has a report whose `at` is {1}, but a time is written \"2026-07-01T10:00:00Z\"";
    case FaultKind::kNone:
    case FaultKind::kRequired:
    case FaultKind::kWrongType:
    case FaultKind::kOutOfRange:
    case FaultKind::kTooLong:
    case FaultKind::kTooManyItems:
    case FaultKind::kNoSuchValue:
    case FaultKind::kOtherCurrency:
    case FaultKind::kMoneyParts:
    case FaultKind::kBadFormat:
    case FaultKind::kTooManyPlaces:
    case FaultKind::kOnTheWay:
    case FaultKind::kUnknownSource:
      return {};
  }
  return {};
}

// "line 3, column 5"
std::string PlaceText(std::string_view json, std::size_t offset) {
  const std::string_view before = json.substr(0, offset);
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  // Without a line end before it npos + 1 is 0.
  const std::size_t column = before.size() - (before.rfind('\n') + 1) + 1;
  return fmt::format("line {}, column {}", line, column);
}

// A key without escapes lies within the text.
std::string SecondPlace(std::string_view json, std::string_view key) {
  const bool within = key.data() >= json.data() && key.data() < json.data() + json.size();
  return within
             ? fmt::format(", the second time at {}",
                           PlaceText(json, static_cast<std::size_t>(key.data() - json.data()) - 1))
             : "";
}

// What stands where something else should, when it can be shown.
std::string StandsThere(const JsonScanner& scanner, std::string_view json) {
  if (scanner.reason().find(" should ") == std::string_view::npos) {
    return "";
  }
  if (scanner.fault_offset() == json.size()) {
    return ", but there it ends";
  }
  const char c = json[scanner.fault_offset()];
  return c > ' ' && c <= '~' ? fmt::format(", but `{}` stands there", c) : "";
}

}  // namespace

std::string FaultMessage(const plan::SchemaField& field, const Fault& fault) {
  const std::string& path = field.path;
  const std::string seen = ShownText(fault.seen);
  switch (fault.kind) {
    case FaultKind::kRequired:
      return fmt::format("`{}` is missing, but every lead needs it; send {}", path,
                         ExpectedText(field.type));
    case FaultKind::kWrongType:
    case FaultKind::kTooLong:
    case FaultKind::kNoSuchValue:
    case FaultKind::kBadFormat:
      return ValueMessage(field, fault, seen);
    case FaultKind::kOutOfRange:
      return RangeMessage(field, seen);
    case FaultKind::kTooManyItems:
      return fmt::format("`{}` has more than {} items; send fewer, or raise the field's limit",
                         path, field.type.max_items);
    case FaultKind::kOtherCurrency:
      return CurrencyMessage(field, seen);
    case FaultKind::kMoneyParts:
      return fmt::format(
          "`{}` is {}, but an object for money has an `amount` and a `currency`: it takes {}", path,
          seen, ExpectedText(field.type));
    case FaultKind::kTooManyPlaces:
      return PlacesMessage(field, seen);
    case FaultKind::kOnTheWay:
      return OnTheWayMessage(field, seen);
    case FaultKind::kUnknownSource:
      return SourceMessage(field, seen);
    case FaultKind::kNone:
    case FaultKind::kTooManyValues:
    case FaultKind::kNulCharacter:
    case FaultKind::kBandReversed:
    case FaultKind::kBandUnordered:
    case FaultKind::kOneOfEmpty:
    case FaultKind::kOneOfNotList:
    case FaultKind::kEmptyObject:
    case FaultKind::kUnknownKey:
    case FaultKind::kReportsNotList:
    case FaultKind::kReportNotObject:
    case FaultKind::kReportSource:
    case FaultKind::kReportTimeType:
    case FaultKind::kReportTime:
      break;
  }
  return fmt::format(fmt::runtime(WordsOf(fault.kind)), path, seen);
}

std::string NoObjectMessage(const plan::LeadSchema& schema, std::string_view seen) {
  const std::string_view field =
      schema.fields.empty() ? "$id" : std::string_view(schema.fields.front().path);
  return fmt::format(R"(the lead is {}, but a lead is an object such as {{"{}": …}})",
                     ShownText(seen), field.substr(0, field.find('.')));
}

std::string UnknownFieldMessage(const plan::LeadSchema& schema, std::string_view path) {
  const auto same = [&](const plan::SchemaField& field) { return field.path == path; };
  const std::string shown = ShownText(path);
  if (std::any_of(schema.fields.begin(), schema.fields.end(), same)) {
    return fmt::format("`{}` is one key with dots in it; write an object for each part of the path",
                       shown);
  }
  return fmt::format(
      "`{}` is no field of schema `{}`, which rejects other fields; remove it, or declare it",
      shown, schema.name);
}

std::string TooLargeMessage(std::string_view what, std::size_t bytes) {
  return fmt::format(
      "the {0} has {1} bytes, but may have at most {2} (1 MiB); send less in one {0}", what, bytes,
      kMaxLeadBytes);
}

std::string ProblemMessage(std::string_view what, const JsonScanner& scanner,
                           std::string_view json) {
  switch (scanner.problem()) {
    case JsonProblem::kNone:
      return {};
    case JsonProblem::kDuplicateKey:
      return fmt::format("the key `{}` stands twice in one object{}; keep one of the two",
                         ShownText(scanner.duplicate_key()),
                         SecondPlace(json, scanner.duplicate_key()));
    case JsonProblem::kTooDeep:
      return fmt::format("objects and lists stand more than {} deep in one another; flatten the {}",
                         kMaxJsonDepth, what);
    case JsonProblem::kNotJson:
      break;
  }
  return fmt::format("the {} is not JSON: at {}, {}{}", what,
                     PlaceText(json, scanner.fault_offset()), scanner.reason(),
                     StandsThere(scanner, json));
}

}  // namespace lq::intake
