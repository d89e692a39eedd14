#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "tools/lq/lead_input.h"

namespace lq::tool {

// Which lead of a file is meant.
struct LeadChoice {
  // Its `$id`; empty: not said.
  std::string id;
  // Its number in the file, from 1; 0: not said.
  unsigned number = 0;
};

// A lead with the payload that it was read from, which it may point into.
struct ChosenLead {
  std::unique_ptr<LeadDecoder> decoder;
  std::string payload;
  Lead lead;
};

// Reads the chosen lead of a file; the only one when nothing is said. False, after a report, when
// there is no such lead, or when there are several to choose from. `path` is for messages.
bool ReadChosenLead(const std::string& path, LeadInput& input, const LeadChoice& choice,
                    std::int64_t as_of, ChosenLead& chosen);

}  // namespace lq::tool
