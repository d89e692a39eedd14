#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "compiler/eval/evaluate.h"
#include "runtime/record/decision.h"

namespace lq {

struct FieldChange {
  // Index in schema.fields.
  std::uint32_t field = 0;
  // Owned by Changes::arena.
  Possible value;
};

// What would have made the outcome another one: one or two fields with other values.
struct Change {
  std::vector<FieldChange> fields;
  std::string outcome;
  Status status = Status::kSettled;
  // Per mille.
  std::int32_t confidence = 0;
  // The sum of the fields' distances (candidate_values.h).
  std::int64_t distance = 0;
};

struct Changes {
  // By outcome in the order of the policy (the hold outcomes last), then nearest first. An outcome
  // that one change reaches has changes of one field only.
  std::vector<Change> changes;
  // Decisions that were made to find them.
  std::uint64_t tried = 0;
  // False: there were more pairs of changes than could be tried.
  bool complete = true;
  Arena arena;
};

// Decides a changed lead.
using DecideAgain = std::function<void(const Lead&, Decision&)>;

// The smallest changes that would have changed `decision`, each found by deciding again. Of one
// field: the nearest value of each field for each other outcome. Of two fields: for an outcome that
// no single change reaches, the nearest few. Nothing for a rejected lead.
void FindChanges(const ir::Program& program, const Lead& lead, const OracleInputs& inputs,
                 const Decision& decision, const DecideAgain& decide, Changes& changes);

}  // namespace lq
