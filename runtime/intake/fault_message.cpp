#include "runtime/intake/fault_message.h"

#include <algorithm>

#include <fmt/format.h>

#include "runtime/intake/expected_text.h"
#include "runtime/intake/lead_limits.h"
#include "runtime/value/iso.h"
#include "runtime/value/values.h"

namespace lq::intake {
namespace {

std::string RangeMessage(const plan::SchemaField& field, std::string_view seen) {
  std::string low;
  std::string high;
  AppendValueText(field.type, Value::Number(field.type.low), low);
  AppendValueText(field.type, Value::Number(field.type.high), high);
  return fmt::format("`{}` is {}, but it goes from {} to {}; correct the value, or widen the field's range",
                     field.path, seen, low, high);
}

std::string PlacesMessage(const plan::SchemaField& field, std::string_view seen) {
  const int places = field.type.places;
  if (places == 0) return fmt::format("`{}` is {}, but it takes no decimal places; round it", field.path, seen);
  return fmt::format("`{}` is {}, but it takes at most {} decimal place{}; round it", field.path, seen, places,
                     places == 1 ? "" : "s");
}

std::string CurrencyMessage(const plan::SchemaField& field, std::string_view seen) {
  const std::string_view currency = CurrencyCode(field.type.currency);
  return fmt::format("`{}` is in {}, but it takes {}; send the amount in {}", field.path, seen, currency,
                     currency);
}

// The outermost object of a dotted path, and the rest of it.
std::string OnTheWayMessage(const plan::SchemaField& field, std::string_view seen) {
  const std::size_t dot = field.path.find('.');
  return fmt::format(R"(`{}` lies inside of an object, but {} stands there; write {{"{}": {{"{}": …}}}})",
                     field.path, seen, field.path.substr(0, dot), field.path.substr(dot + 1));
}

std::string SourceMessage(const plan::SchemaField& field, std::string_view seen) {
  return fmt::format("`{}` is reported by {}, but takes reports from {} only; correct the `source`, or add it "
                     "to the field's `sources`",
                     field.path, seen, fmt::join(field.sources, ", "));
}

std::string ValueMessage(const plan::SchemaField& field, const Fault& fault, std::string_view seen) {
  const std::string expected = ExpectedText(fault.in_list ? BoundedItemType(field.type) : field.type);
  return fmt::format("`{}` {} {}, but it takes {}", field.path, fault.in_list ? "lists" : "is", seen, expected);
}

}  // namespace

std::string FaultMessage(const plan::SchemaField& field, const Fault& fault) {
  const std::string& path = field.path;
  const std::string seen = ShownText(fault.seen);
  switch (fault.kind) {
    case FaultKind::kNone:
      return {};
    case FaultKind::kRequired:
      return fmt::format("`{}` is missing, but every lead needs it; send {}", path, ExpectedText(field.type));
    case FaultKind::kWrongType:
    case FaultKind::kTooLong:
    case FaultKind::kNoSuchValue:
    case FaultKind::kBadFormat:
      return ValueMessage(field, fault, seen);
    case FaultKind::kOutOfRange:
      return RangeMessage(field, seen);
    case FaultKind::kTooManyItems:
      return fmt::format("`{}` has more than {} items; send fewer, or raise the field's limit", path,
                         field.type.max_items);
    case FaultKind::kTooManyValues:
      return fmt::format("`{}` has a `one_of` of more than 64 values; send fewer, or null", path);
    case FaultKind::kOtherCurrency:
      return CurrencyMessage(field, seen);
    case FaultKind::kMoneyParts:
      return fmt::format("`{}` is {}, but an object for money has an `amount` and a `currency`: it takes {}",
                         path, seen, ExpectedText(field.type));
    case FaultKind::kTooManyPlaces:
      return PlacesMessage(field, seen);
    case FaultKind::kNulCharacter:
      return fmt::format("`{}` holds a NUL character (\\u0000), which no text may; remove it", path);
    case FaultKind::kBandReversed:
      return fmt::format("`{}` is the band {}, whose `from` is greater than its `to`; swap them", path, seen);
    case FaultKind::kBandUnordered:
      return fmt::format("`{}` is the band {}, but its values have no order; list them as {{\"one_of\": […]}}",
                         path, seen);
    case FaultKind::kOneOfEmpty:
      return fmt::format("`{}` has an empty `one_of`; list at least one value, or send null", path);
    case FaultKind::kOneOfNotList:
      return fmt::format("`{}` is {}, but `one_of` takes a list: {{\"one_of\": […]}}", path, seen);
    case FaultKind::kEmptyObject:
      return fmt::format("`{}` is an empty object, which says nothing; send a value, or null", path);
    case FaultKind::kUnknownKey:
      return fmt::format("`{}` has the unknown key {}; a value is written plainly or as an object with `one_of`, "
                         "with `from` and `to`, or with `reports` of `value`, `source` and `at`",
                         path, seen);
    case FaultKind::kOnTheWay:
      return OnTheWayMessage(field, seen);
    case FaultKind::kReportsNotList:
      return fmt::format("`{}` is {}, but `reports` takes a list: {{\"reports\": [{{\"value\": …}}]}}", path,
                         seen);
    case FaultKind::kReportNotObject:
      return fmt::format("`{}` has the report {}, but a report is an object: {{\"value\": …, \"source\": …}}",
                         path, seen);
    case FaultKind::kReportSource:
      return fmt::format("`{}` has a report whose `source` is {}, but a source is named by a text", path, seen);
    case FaultKind::kReportTimeType:
    case FaultKind::kReportTime:
      return fmt::format("`{}` has a report whose `at` is {}, but a time is written \"2026-07-01T10:00:00Z\"",
                         path, seen);
    case FaultKind::kUnknownSource:
      return SourceMessage(field, seen);
  }
  return {};
}

std::string NoObjectMessage(const plan::LeadSchema& schema, std::string_view seen) {
  const std::string_view field = schema.fields.empty() ? "$id" : std::string_view(schema.fields.front().path);
  return fmt::format(R"(the lead is {}, but a lead is an object such as {{"{}": …}})", ShownText(seen),
                     field.substr(0, field.find('.')));
}

std::string UnknownFieldMessage(const plan::LeadSchema& schema, std::string_view path) {
  const auto same = [&](const plan::SchemaField& field) { return field.path == path; };
  const std::string shown = ShownText(path);
  if (std::any_of(schema.fields.begin(), schema.fields.end(), same)) {
    return fmt::format("`{}` is one key with dots in it; write an object for each part of the path", shown);
  }
  return fmt::format("`{}` is no field of schema `{}`, which rejects other fields; remove it, or declare it",
                     shown, schema.name);
}

std::string TooLargeMessage(std::size_t bytes) {
  return fmt::format("the lead has {} bytes, but may have at most {} (1 MiB); send less in one lead", bytes,
                     kMaxLeadBytes);
}

std::string ProblemMessage(const JsonScanner& scanner, std::string_view json) {
  switch (scanner.problem()) {
    case JsonProblem::kNone:
      return {};
    case JsonProblem::kDuplicateKey:
      return fmt::format("the key `{}` stands twice in one object; keep one of the two",
                         ShownText(scanner.duplicate_key()));
    case JsonProblem::kTooDeep:
      return fmt::format("objects and lists stand more than {} deep in one another; flatten the lead",
                         kMaxJsonDepth);
    case JsonProblem::kNotJson:
      break;
  }
  const std::string_view before = json.substr(0, scanner.fault_offset());
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  // Without a line end before it npos + 1 is 0.
  const std::size_t column = before.size() - (before.rfind('\n') + 1) + 1;
  return fmt::format("the lead is not JSON: at line {}, column {}, {}", line, column, scanner.reason());
}

}  // namespace lq::intake
