#include "tests/support/lead/printed_lead.h"

#include "runtime/record/output_json.h"

namespace lq::test {
namespace {

std::string_view NameOf(Cause cause) {
  switch (cause) {
    case Cause::kNone:
      return "";
    case Cause::kMissing:
      return "missing";
    case Cause::kStale:
      return "stale";
    case Cause::kInvalid:
      return "invalid";
    case Cause::kBand:
      return "band";
    case Cause::kOneOf:
      return "one_of";
    case Cause::kDisagreement:
      return "disagreement";
  }
  return "?";
}

void Append(std::string_view part, std::string& out) {
  if (!out.empty())
    out += "; ";
  out += part;
}

void AppendField(const plan::SchemaField& field, const Possible& possible, std::string& out) {
  if (possible.cause == Cause::kMissing)
    return;
  Append(field.path, out);
  if (!possible.missing()) {
    out += '=';
    AppendPossibleJson(field.type, possible, out);
  }
  if (possible.cause != Cause::kNone)
    out.append(" ").append(NameOf(possible.cause));
}

}  // namespace

std::string Printed(const plan::LeadSchema& schema, const Lead& lead) {
  std::string out;
  if (!lead.errors.empty()) {
    for (const FieldError& error : lead.errors)
      Append(error.path + " " + error.code, out);
    return "! " + out;
  }
  if (!lead.id.empty())
    Append("id " + std::string(lead.id), out);
  for (std::size_t i = 0; i < schema.fields.size(); ++i)
    AppendField(schema.fields[i], lead.fields[i], out);
  if (lead.unknown_fields > 0)
    Append(std::to_string(lead.unknown_fields) + " unknown", out);
  return out;
}

std::string ReadAndPrint(const plan::LeadSchema& schema, std::string_view json) {
  LeadReader reader(schema);
  Lead lead;
  const bool accepted = reader.Read(json, kAsOf, lead);
  return accepted == lead.errors.empty() ? Printed(schema, lead) : "accepted with errors";
}

std::string Messages(const plan::LeadSchema& schema, std::string_view json) {
  LeadReader reader(schema);
  Lead lead;
  reader.Read(json, kAsOf, lead);
  std::string out;
  for (const FieldError& error : lead.errors)
    out += error.message + '\n';
  return out;
}

}  // namespace lq::test
