#include "runtime/intake/lead_assembly.h"

#include "runtime/value/values.h"

namespace lq::intake {

void LeadAssembly::Begin(std::int64_t as_of, Lead& lead) {
  as_of_ = as_of;
  builder_.Begin(lead);
}

bool LeadAssembly::Weigh(std::uint32_t field, std::string_view source, std::int64_t at,
                         Lead& lead) {
  Possible& possible = lead.fields[field];
  Report report{possible, source, at, 0};
  return values_.TakeReport(schema_.fields[field], as_of_, report, lead.arena, possible);
}

void LeadAssembly::ReadJson(std::uint32_t field, std::string_view json, Lead& lead) {
  scanner_.Begin(json);
  scanner_.Next();
  const Fault fault = values_.Read(schema_.fields[field], as_of_, lead.arena, lead.fields[field]);
  if (fault)
    builder_.AddFault(field, fault);
}

Possible LeadAssembly::Constant(std::uint32_t field, std::string_view json, Arena& arena) {
  scanner_.Begin(json);
  scanner_.Next();
  Possible possible = PossibleAll(Cause::kMissing);
  if (values_.Read(schema_.fields[field], as_of_, arena, possible))
    return PossibleAll(Cause::kMissing);
  return possible;
}

}  // namespace lq::intake
