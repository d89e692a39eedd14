#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "runtime/plan/lead_schema.h"
#include "runtime/value/lead.h"

namespace lq {

// Reads canonical leads (language.md, section 3): text to possible values, validated, normalised,
// reports weighed. One reader a thread; the schema outlives it. Any bytes are safe. After warm-up
// it allocates nothing for an accepted lead.
class LeadReader {
 public:
  explicit LeadReader(const plan::LeadSchema& schema);
  ~LeadReader();

  // `json`: one JSON object. `as_of`: UTC milliseconds, for staleness. Clears `lead` first. Returns
  // whether the lead was accepted; if not, lead.errors says why.
  bool Read(std::string_view json, std::int64_t as_of, Lead& lead);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace lq
