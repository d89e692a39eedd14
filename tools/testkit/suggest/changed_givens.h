#pragma once

#include <cstdint>
#include <vector>

#include "compiler/ir/test_suite.h"
#include "runtime/value/arena.h"
#include "runtime/value/lead.h"

namespace lq::testkit {

// One thing that could be said otherwise of a lead.
struct GivenChange {
  enum class Of : std::uint8_t { kField, kToggle, kDay };
  Of of = Of::kField;
  // Of the schema's fields, the program's toggles.
  std::uint32_t index = 0;
  // kField.
  ir::GivenValue value;
  // kDay: UTC milliseconds.
  std::int64_t as_of = 0;
};

// What every lead must say, each field with its simplest value, and no more.
ir::Given BareGiven(const ir::Program& program, Arena& arena);

ir::Given Changed(ir::Given given, const GivenChange& change);

// The changes worth trying: of each field the values at which something that the policy says about
// it turns (candidate_values.h), missing where that is allowed, and a value where nothing is said;
// each toggle the other way; the first day of each period of a parameter, and the day before.
// Of `among`, the comparisons that count. `lead` is what intake made of `given`. Values live as
// long as `arena`.
std::vector<GivenChange> ChangesOf(const ir::Program& program, const ir::Given& given,
                                   const Lead& lead, const std::vector<const ir::Cond*>& among,
                                   Arena& arena);

}  // namespace lq::testkit
