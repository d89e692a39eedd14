#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "runtime/batch/decision_columns.h"
#include "runtime/batch/verdict_columns.h"
#include "runtime/engine/engine.h"
#include "runtime/include/lq/arrow_c_data.h"

namespace lq {

// Decides record batches: leads in as columns by the Arrow C data interface, decisions or verdicts
// out the same way (docs/batches.md names the columns). Each row is decided as the canonical lead
// with these values is, bit for bit. One thread's memory over an engine that outlives it; it is
// reused from batch to batch.
//
//   BatchDecider decider(engine);
//   if (!decider.Bind(schema, problem)) …
//   while (next(batch)) {
//     if (!decider.Decide(batch, {as_of}, problem)) …
//     decider.Export(decisions);
//   }
class BatchDecider {
 public:
  explicit BatchDecider(const Engine& engine, batch::ReasonForm reasons = batch::ReasonForm::kSets);
  ~BatchDecider();

  // Finds the field of each column. `columns` stays the caller's and is needed only here. False:
  // they do not fit the policy's schema, and `problem` says why, a line each.
  bool Bind(const ArrowSchema& columns, std::string& problem);
  // After Bind: columns that are no field and are left alone.
  const std::vector<std::string>& unmapped() const;

  // Decides every row of a batch whose columns were bound. The batch stays the caller's, who
  // releases it; nothing points to it afterwards. False: the batch is broken, `problem` says how,
  // and there are no decisions. A row with a bad value is no broken batch: its decision is
  // `rejected`.
  bool Decide(const ArrowArray& batch, const DecisionInputs& inputs, std::string& problem);
  // Of the last Decide, until the next one or Export.
  const batch::DecisionColumns& decisions() const;
  // The type of the decisions, the same for every batch. The caller releases it.
  void ExportSchema(ArrowSchema& schema) const;
  // Hands the decisions over, without a copy. The caller releases them, on any thread, also after
  // this object is gone; the engine's plan is not needed any more. Once for each Decide.
  void Export(ArrowArray& decisions);

  // The same for what counts of a decision: its status, outcome and confidence, and the rules that
  // fired; many times faster, and by native code where the engine has some.
  bool Judge(const ArrowArray& batch, const DecisionInputs& inputs, std::string& problem);
  const batch::VerdictColumns& verdicts() const;
  void ExportVerdictSchema(ArrowSchema& schema) const;
  void ExportVerdicts(ArrowArray& verdicts);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace lq
