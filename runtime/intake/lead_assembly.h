#pragma once

#include <cstdint>
#include <string_view>

#include "runtime/intake/json_scanner.h"
#include "runtime/intake/lead_builder.h"
#include "runtime/intake/value_reader.h"
#include "runtime/plan/lead_schema.h"
#include "runtime/value/lead.h"

namespace lq::intake {

// Makes a lead of what a source found for each field: either a value that ScalarRules took, or the
// JSON that the canonical lead holds there. One a thread; the schema outlives it.
class LeadAssembly {
 public:
  explicit LeadAssembly(const plan::LeadSchema& schema)
      : schema_(schema), values_(schema, scanner_), builder_(schema) {}
  LeadAssembly(const LeadAssembly&) = delete;
  LeadAssembly& operator=(const LeadAssembly&) = delete;

  // `as_of`: UTC milliseconds, for staleness. Clears `lead`.
  void Begin(std::int64_t as_of, Lead& lead);
  // What lead.fields[field] holds is what `source` reports, at a time or Report::kNoTime. False
  // when the field does not know the source.
  bool Weigh(std::uint32_t field, std::string_view source, std::int64_t at, Lead& lead);
  // Reads `json`, which is valid and lives until Finish, as LeadReader would.
  void ReadJson(std::uint32_t field, std::string_view json, Lead& lead);
  // Whether the lead is accepted; if not, lead.errors says why.
  bool Finish(Lead& lead) { return builder_.Finish(lead); }

  // What one value of the canonical lead, as JSON, says of the field; missing when it says nothing
  // or nothing valid.
  Possible Constant(std::uint32_t field, std::string_view json, Arena& arena);

  const ScalarRules& rules() const { return values_.rules(); }

 private:
  const plan::LeadSchema& schema_;
  JsonScanner scanner_;
  ValueReader values_;
  LeadBuilder builder_;
  std::int64_t as_of_ = 0;
};

}  // namespace lq::intake
