#include "runtime/intake/value_reader.h"

#include <algorithm>

#include "runtime/value/date.h"
#include "runtime/value/values.h"

namespace lq::intake {
namespace {

constexpr std::size_t kMostValues = 64;

// A fault that is not about the value of a report, so that `if invalid treat as missing` does not
// help.
bool AlwaysRejects(const Fault& fault) { return fault.kind == FaultKind::kUnknownSource; }

Fault Wrong(FaultKind kind, std::string_view seen = {}) { return {kind, seen, false}; }

// Finds the report's source among those of the field; false when it is none of them.
bool FindRank(const plan::SchemaField& field, Report& report) {
  const auto& sources = field.sources;
  const auto source = std::find(sources.begin(), sources.end(), report.source);
  report.rank = static_cast<std::uint32_t>(source - sources.begin());
  return source != sources.end() || sources.empty();
}

bool IsMoneyKey(std::string_view key) { return key == "amount" || key == "currency"; }
bool IsBandKey(std::string_view key) { return key == "from" || key == "to"; }

}  // namespace

Fault ValueReader::Read(const plan::SchemaField& field, std::int64_t as_of, Arena& arena,
                        Possible& possible) {
  const Place place{field, as_of, arena};
  Fault fault = ReadForm(place, true, possible);
  if (fault && field.invalid_is_missing && !AlwaysRejects(fault)) {
    possible = PossibleAll(Cause::kInvalid);
    fault = {};
  }
  return fault;
}

bool ValueReader::TakeReport(const plan::SchemaField& field, std::int64_t as_of, Report& report,
                             Arena& arena, Possible& possible) {
  if (!FindRank(field, report))
    return false;
  possible = weighing_.Weigh(field, {&report, 1}, as_of, arena);
  return true;
}

Fault ValueReader::ReadForm(const Place& place, bool may_report, Possible& possible) {
  possible = PossibleAll(Cause::kMissing);
  if (IsEmpty())
    return {};
  if (scanner_.token() == JsonToken::kObject)
    return ReadObject(place, may_report, possible);
  return ReadScalar(place, possible);
}

Fault ValueReader::ReadScalar(const Place& place, Possible& possible) {
  Value& value = place.arena.MakeArray<Value>(1).front();
  Fault fault = scalars_.Read(place.field.type, place.arena, value);
  if (!fault)
    SetKnown(value, possible);
  return fault;
}

Fault ValueReader::ReadObject(const Place& place, bool may_report, Possible& possible) {
  const std::string_view begin = scanner_.raw();
  const int outside = scanner_.depth_outside();
  Fault fault = scanner_.Next() == JsonToken::kKey ? ReadMembers(place, may_report, possible)
                                                   : Wrong(FaultKind::kEmptyObject);
  scanner_.SkipTo(outside);
  if (fault && fault.seen.empty())
    fault.seen = scanner_.Since(begin);
  return fault;
}

// The first key says which form it is.
Fault ValueReader::ReadMembers(const Place& place, bool may_report, Possible& possible) {
  const std::string_view key = scanner_.key();
  if (key == "one_of")
    return ReadOneOf(place, possible);
  if (IsBandKey(key))
    return ReadBand(place, possible);
  if (key == "reports" && may_report)
    return ReadReports(place, possible);
  if (place.field.type.kind != TypeKind::kMoney || !IsMoneyKey(key)) {
    return Wrong(FaultKind::kUnknownKey, scanner_.raw());
  }
  Value& value = place.arena.MakeArray<Value>(1).front();
  Fault fault = scalars_.ReadMoneyMembers(place.field.type, place.arena, value);
  if (!fault)
    SetKnown(value, possible);
  return fault;
}

Fault ValueReader::ReadOneOf(const Place& place, Possible& possible) {
  if (scanner_.Next() != JsonToken::kArray)
    return Wrong(FaultKind::kOneOfNotList);
  values_.clear();
  while (scanner_.Next() != JsonToken::kArrayEnd && scanner_.token() != JsonToken::kFault) {
    if (values_.size() == kMostValues)
      return Wrong(FaultKind::kTooManyValues);
    Value value;
    if (const Fault fault = scalars_.Read(place.field.type, place.arena, value))
      return fault;
    values_.push_back(value);
  }
  scanner_.Next();
  if (const Fault fault = Closed())
    return fault;
  if (values_.empty())
    return Wrong(FaultKind::kOneOfEmpty);
  possible = PossibleValues(place.field.type, values_, Cause::kOneOf, place.arena);
  return {};
}

Fault ValueReader::ReadBand(const Place& place, Possible& possible) {
  const Type& type = place.field.type;
  if (!IsOrdered(type.kind))
    return Wrong(FaultKind::kBandUnordered);
  std::int64_t low = type.low;
  std::int64_t high = type.high;
  Fault from_fault;
  Fault to_fault;
  while (scanner_.token() == JsonToken::kKey) {
    const std::string_view key = scanner_.key();
    if (!IsBandKey(key))
      return Closed();
    scanner_.Next();
    (key == "from" ? from_fault : to_fault) = ReadEnd(place, key == "from" ? low : high);
    scanner_.Next();
  }
  if (from_fault)
    return from_fault;
  if (to_fault)
    return to_fault;
  if (low > high)
    return Wrong(FaultKind::kBandReversed);
  possible = PossibleBand(low, high, Cause::kBand, place.arena);
  return {};
}

// `null` and an empty text leave the end open.
Fault ValueReader::ReadEnd(const Place& place, std::int64_t& end) {
  if (IsEmpty())
    return {};
  Value value;
  const Fault fault = scalars_.Read(place.field.type, place.arena, value);
  if (!fault)
    end = value.number();
  return fault;
}

Fault ValueReader::ReadReports(const Place& place, Possible& possible) {
  if (scanner_.Next() != JsonToken::kArray)
    return Wrong(FaultKind::kReportsNotList);
  reports_.clear();
  bool has_invalid = false;
  while (scanner_.Next() != JsonToken::kArrayEnd && scanner_.token() != JsonToken::kFault) {
    Report report;
    const Fault fault = ReadReport(place, report);
    if (fault && (!place.field.invalid_is_missing || AlwaysRejects(fault)))
      return fault;
    has_invalid |= static_cast<bool>(fault);
    if (!fault && !report.possible.missing())
      reports_.push_back(report);
  }
  scanner_.Next();
  if (const Fault fault = Closed())
    return fault;
  possible = weighing_.Weigh(place.field, reports_, place.as_of, place.arena);
  if (possible.missing() && has_invalid)
    possible.cause = Cause::kInvalid;
  return {};
}

Fault ValueReader::ReadReport(const Place& place, Report& report) {
  const std::string_view begin = scanner_.raw();
  if (scanner_.token() != JsonToken::kObject) {
    scanner_.SkipTo(scanner_.depth_outside());
    return Wrong(FaultKind::kReportNotObject, scanner_.Since(begin));
  }
  ReportFaults faults;
  while (scanner_.Next() == JsonToken::kKey)
    ReadReportMember(place, report, faults);
  for (const Fault& fault : {faults.key, faults.value, faults.source, faults.time}) {
    if (fault)
      return fault;
  }
  if (report.possible.missing() || FindRank(place.field, report))
    return {};
  const bool named = !report.source.empty();
  return Wrong(FaultKind::kUnknownSource, named ? faults.source_seen : scanner_.Since(begin));
}

void ValueReader::ReadReportMember(const Place& place, Report& report, ReportFaults& faults) {
  const std::string_view key = scanner_.key();
  const std::string_view raw_key = scanner_.raw();
  scanner_.Next();
  const std::string_view begin = scanner_.raw();
  const int outside = scanner_.depth_outside();
  if (key == "value") {
    faults.value = ReadForm(place, false, report.possible);
  } else if (key == "source") {
    faults.source = ReadSource(place.arena, report);
    faults.source_seen = begin;
  } else if (key == "at") {
    faults.time = ReadTime(place.arena, report);
  } else if (!faults.key) {
    faults.key = Wrong(FaultKind::kUnknownKey, raw_key);
  }
  scanner_.SkipTo(outside);
}

Fault ValueReader::ReadSource(Arena& arena, Report& report) {
  if (IsEmpty())
    return {};
  if (scanner_.token() != JsonToken::kText)
    return Wrong(FaultKind::kReportSource, scanner_.raw());
  report.source = scanner_.Text(arena);
  return {};
}

Fault ValueReader::ReadTime(Arena& arena, Report& report) {
  if (IsEmpty())
    return {};
  const bool is_text = scanner_.token() == JsonToken::kText;
  if (is_text && ParseInstant(scanner_.Text(arena), report.at))
    return {};
  return Wrong(is_text ? FaultKind::kReportTime : FaultKind::kReportTimeType, scanner_.raw());
}

// What must follow the last member of a form.
Fault ValueReader::Closed() const {
  return scanner_.token() == JsonToken::kKey ? Wrong(FaultKind::kUnknownKey, scanner_.raw())
                                             : Fault{};
}

bool ValueReader::IsEmpty() const {
  const JsonToken token = scanner_.token();
  return token == JsonToken::kNull || (token == JsonToken::kText && scanner_.text_is_empty());
}

}  // namespace lq::intake
