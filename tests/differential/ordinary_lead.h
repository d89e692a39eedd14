#pragma once

#include <cstdint>
#include <string>

#include "runtime/plan/lead_schema.h"
#include "tests/differential/generator/random.h"

namespace lq::test {

enum class LeadStyle : std::uint8_t {
  // The schema's order, no white space.
  kCompact,
  // The same with white space, as people and some programs write it.
  kSpaced,
  kAnyOrder,
};

// A canonical lead as a program writes it: scalars of the schema's types, some left out, some null.
std::string OrdinaryLead(const plan::LeadSchema& schema, Random& random, LeadStyle style);

}  // namespace lq::test
