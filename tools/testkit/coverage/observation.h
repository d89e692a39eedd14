#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compiler/eval/evaluate.h"
#include "compiler/eval/truth.h"
#include "runtime/record/decision.h"
#include "runtime/value/lead.h"
#include "tools/testkit/coverage/inventory.h"

namespace lq::testkit {

// Where a value lies beside a boundary.
enum class Side : std::uint8_t { kElsewhere, kOn, kJustBelow, kJustAbove };

// What one decision did, of all that an inventory lists.
struct Observation {
  // One a comparison. Neither holds nor ruled out: cannot be told, or nothing asked.
  std::vector<eval::Truth> comparisons;
  // One a comparison that is asked of decisions: it was.
  bool determined = false;
  // One a boundary.
  std::vector<Side> sides;
  // Objectives that one decision alone reaches, not those of conditions and boundaries.
  std::vector<ObjectiveId> reached;
  // One a statement: of a rule, its condition (before overrides) can be told, and holds.
  std::vector<eval::Truth> conditions;
  // One a statement: a rule that decided; one that nothing overrides here.
  std::vector<bool> decided;
  std::vector<bool> unopposed;
};

// `decision` was made of the lead, which is not rejected, by the same inputs.
Observation Observe(const ir::Program& program, const Inventory& inventory, const Lead& lead,
                    const OracleInputs& inputs, const Decision& decision);

}  // namespace lq::testkit
