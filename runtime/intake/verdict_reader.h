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
//   const std::uint64_t* const row = reader.Read(json, inputs.as_of);
//   const Verdict verdict = row != nullptr ? decider.Judge(row, inputs)
//                                          : decider.Judge(reader.lead(), inputs);
class VerdictReader {
 public:
  explicit VerdictReader(const plan::LeadSchema& schema);

  // As LeadReader::Read. The lead as a row of the schema's layout, until the next call; null when
  // it is rejected or holds more than rows do, and lead() has it.
  const std::uint64_t* Read(std::string_view json, std::int64_t as_of);
  // After Read gave null.
  const Lead& lead() const { return lead_; }
  // Of the lead last read; empty when it bears none.
  std::string_view id() const { return id_; }

 private:
  intake::PlainReader plain_;
  LeadReader reader_;
  Lead lead_;
  std::vector<std::uint64_t> row_;
  std::string_view id_;
};

}  // namespace lq
