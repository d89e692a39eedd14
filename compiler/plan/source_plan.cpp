#include "compiler/plan/source_plan.h"

#include <algorithm>

#include "runtime/value/values.h"

namespace lq {
namespace {

plan::SourceReading LowerReading(ir::SourceReading reading) {
  switch (reading) {
    case ir::SourceReading::kText:
      return plan::SourceReading::kText;
    case ir::SourceReading::kNumber:
      return plan::SourceReading::kNumber;
    case ir::SourceReading::kDate:
      return plan::SourceReading::kDate;
    case ir::SourceReading::kInstant:
      return plan::SourceReading::kInstant;
    case ir::SourceReading::kUnixSeconds:
      return plan::SourceReading::kUnixSeconds;
    case ir::SourceReading::kUnixMilliseconds:
      return plan::SourceReading::kUnixMilliseconds;
  }
  return plan::SourceReading::kText;
}

plan::SourceFormat LowerFormat(ir::SourceFormat format) {
  switch (format) {
    case ir::SourceFormat::kCsv:
      return plan::SourceFormat::kCsv;
    case ir::SourceFormat::kJson:
      return plan::SourceFormat::kJson;
    case ir::SourceFormat::kForm:
      return plan::SourceFormat::kForm;
  }
  return plan::SourceFormat::kCsv;
}

plan::SourceConversion LowerConversion(const ir::SourceConversion& as) {
  return {LowerReading(as.reading), as.layout, as.layout_text, as.zone, as.marks, as.factor};
}

std::string ValueJson(const Type& type, const Value& value) {
  std::string json;
  AppendValueJson(type, value, json);
  return json;
}

// `{"from":1,"to":5}`; an open end is left out.
std::string BandJson(const Type& type, const ir::SourceCase& band) {
  std::string json = "{";
  if (band.low)
    json += "\"from\":" + ValueJson(type, Value::Number(*band.low));
  if (band.low && band.high)
    json += ',';
  if (band.high)
    json += "\"to\":" + ValueJson(type, Value::Number(*band.high));
  return json + '}';
}

std::vector<plan::SourceCase> LowerCases(const std::vector<ir::SourceCase>& cases,
                                         const Type& type) {
  std::vector<plan::SourceCase> lowered;
  const Type one = type.kind == TypeKind::kList ? ItemType(type) : type;
  for (const ir::SourceCase& from : cases) {
    lowered.push_back(
        {from.text, from.is_band ? BandJson(one, from) : ValueJson(one, from.value), from.is_band});
  }
  std::sort(lowered.begin(), lowered.end(),
            [](const auto& a, const auto& b) { return a.text < b.text; });
  return lowered;
}

plan::SourceField LowerMapping(const ir::SourceMapping& mapping, const ir::Field& field) {
  plan::SourceField lowered;
  lowered.field = mapping.field;
  lowered.path = field.path;
  lowered.places = mapping.places;
  if (mapping.constant)
    lowered.constant = ValueJson(field.type, *mapping.constant);
  lowered.cases = LowerCases(mapping.cases, field.type);
  lowered.as = LowerConversion(mapping.as);
  if (mapping.by)
    lowered.by = {mapping.by->conversion, mapping.by->function, mapping.by->types,
                  mapping.by->constant};
  return lowered;
}

std::vector<std::string> Sorted(std::vector<std::string> texts) {
  std::sort(texts.begin(), texts.end());
  return texts;
}

}  // namespace

std::shared_ptr<const plan::SourcePlan> LowerSource(const ir::SourceProgram& source) {
  const ir::Schema& schema = source.program->schema;
  auto plan = std::make_shared<plan::SourcePlan>();
  plan->name = source.name;
  plan->version = source.version;
  plan->schema = schema.name;
  plan->schema_version = schema.version;
  plan->format = LowerFormat(source.format);
  plan->separator = source.separator;
  plan->missing = Sorted(source.missing);
  plan->places = source.places;
  plan->paths = source.paths;
  plan->each = source.each;
  plan->each_text = source.each_text;
  plan->lead_id = source.lead_id;
  plan->at = source.at;
  plan->at_as = LowerConversion(source.at_as);
  plan->ignored = Sorted(source.ignored);
  plan->ignored_paths = source.ignored_paths;
  plan->reports_as = source.reports_as;
  for (const ir::SourceMapping& mapping : source.mappings) {
    plan->fields.push_back(LowerMapping(mapping, schema.fields[mapping.field]));
  }
  std::sort(plan->fields.begin(), plan->fields.end(),
            [](const plan::SourceField& a, const plan::SourceField& b) { return a.path < b.path; });
  return plan;
}

}  // namespace lq
