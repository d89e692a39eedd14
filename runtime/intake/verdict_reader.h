#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "runtime/intake/lead_reader.h"
#include "runtime/intake/plain_reader.h"
#include "runtime/plan/lead_schema.h"
#include "runtime/value/lead.h"

namespace lq {

// Reads canonical leads for those who want verdicts alone, the fastest way that a lead allows. One
// reader a thread; the schema outlives it. Any bytes are safe. After warm-up it allocates nothing
// for an accepted lead.
//
//   VerdictReader reader(engine.plan().schema);
//   Decider decider(engine);
//   const std::uint64_t* const row = reader.Read(json, inputs.as_of, lead);
//   const Verdict verdict = row != nullptr ? decider.Judge(row, inputs)
//                                          : decider.Judge(lead, inputs);
class VerdictReader {
 public:
  explicit VerdictReader(const plan::LeadSchema& schema);

  // As LeadReader::Read, or as a row of the schema's layout, until the next call: then `lead` bears
  // its id and nothing else. Null: `lead` has all of it, or its errors.
  const std::uint64_t* Read(std::string_view json, std::int64_t as_of, Lead& lead);

 private:
  intake::PlainReader plain_;
  LeadReader reader_;
  std::vector<std::uint64_t> row_;
};

}  // namespace lq
