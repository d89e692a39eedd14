#pragma once

#include <span>
#include <string_view>

#include "compiler/ir/program.h"
#include "runtime/record/decision.h"
#include "runtime/value/lead.h"

namespace lq {

// What a decision depends on beside policy and lead.
struct OracleInputs {
  // UTC milliseconds.
  std::int64_t as_of = 0;
  // One a toggle of the program, in its order; empty: the defaults.
  std::span<const bool> toggles;
  // "DE"; empty: no texts.
  std::string_view language;
};

// The oracle: the sentences of language.md, section 7, over typed values, as plainly as they can be
// written. Slow and obvious; every other tier must give the same decision, byte for byte. `lead`
// was read by intake for the same schema and as-of; a rejected lead gives a rejected decision.
void Evaluate(const ir::Program& program, const Lead& lead, const OracleInputs& inputs,
              Decision& decision);

}  // namespace lq
