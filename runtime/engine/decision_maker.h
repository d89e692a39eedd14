#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <vector>

#include "runtime/engine/ask_list.h"
#include "runtime/engine/confidence.h"
#include "runtime/engine/evaluation.h"
#include "runtime/engine/native_entries.h"
#include "runtime/engine/quick_verdict.h"
#include "runtime/engine/rule_states.h"
#include "runtime/engine/verdict.h"
#include "runtime/engine/verdict_columns.h"
#include "runtime/record/decision.h"

namespace lq::engine {

// Puts one decision together: candidates, confidence, guards, status, and what the record says of
// them.
class DecisionMaker {
 public:
  DecisionMaker(const plan::Plan& plan, const EngineTables& tables, const QuickVerdict& quick,
                const std::atomic<const NativeEntries*>& native);

  void Decide(const Lead& lead, const DecisionInputs& inputs, Decision& decision);
  Verdict JudgeRow(const std::uint64_t* row, const DecisionInputs& inputs);
  Verdict JudgeLead(const Lead& lead, const DecisionInputs& inputs);
  void JudgeColumns(const LeadColumns& leads, const DecisionInputs& inputs,
                    const VerdictColumns& verdicts);

 private:
  struct HeldGuard {
    std::uint32_t guard = 0;
    Truth truth;
  };

  [[gnu::noinline]] Verdict JudgeRarer(const std::uint64_t* row, const DecisionInputs& inputs);
  Verdict JudgeMany(const std::uint64_t* row, const DecisionInputs& inputs);
  [[gnu::noinline]] Verdict JudgeBehind(const NativeEntries& native, const std::uint64_t* row,
                                        const DecisionInputs& inputs);
  Rails Start(const DecisionInputs& inputs);
  Rails SweepUntold(const std::uint64_t* row, const DecisionInputs& inputs, Rails rails);
  Rails SweepRows(const std::uint64_t* row, const DecisionInputs& inputs);
  const Lead& Expand(const std::uint64_t* row);
  bool PointToColumns(const LeadColumns& leads);
  std::size_t JudgeBlocks(const NativeEntries& native, const LeadColumns& leads,
                          const DecisionInputs& inputs, const VerdictColumns& verdicts);
  void StartGathering(const LeadColumns& leads);
  VerdictColumns From(const VerdictColumns& verdicts, std::size_t first) const;
  void JudgeOne(const LeadColumns& leads, std::size_t lead, const DecisionInputs& inputs,
                const VerdictColumns& verdicts);
  void RefreshDatedRows(std::int64_t as_of);
  Rails Resolve(Rails rails, const Lead& lead, const DecisionInputs& inputs);
  Verdict JudgeFully(const Lead& lead, const DecisionInputs& inputs);
  // Everything that a decision stands on: the rules, confidence, status.
  void Find(const Lead& lead, const DecisionInputs& inputs, Decision& decision);
  void FillHeader(const Lead& lead, const DecisionInputs& inputs, Decision& decision) const;
  void FillConfidence(Decision& decision);
  std::uint32_t FindProposed() const;
  void HoldBack(Decision& decision);
  bool MoreDataCouldSettle(const Decision& decision) const;
  void FillStatus(Decision& decision);
  void FillOverruled(Decision& decision);
  void FillReasons(Decision& decision);
  void FillAsk(Decision& decision);
  void FillScores(Decision& decision);
  void FillOutputs(std::string_view language, Decision& decision);
  void FillTexts(std::string_view language, Decision& decision);
  std::string_view Render(const plan::Content& content, std::string_view language,
                          Decision& decision);

  const plan::Plan& plan_;
  const QuickVerdict& quick_;
  const std::atomic<const NativeEntries*>& native_;
  Evaluation evaluation_;
  // Some tests of fields depend on as-of.
  const bool dated_;
  // A known lead's rows, and tables, are all it takes.
  const bool short_way_;
  // Toggles that were given last, and what they leave; none yet.
  std::vector<bool> toggles_;
  std::uint64_t toggled_start_ = 0;
  QuickRows dated_rows_;
  std::uint64_t dated_builds_ = 0;
  RuleStates rules_;
  ConfidenceSums confidence_;
  AskList ask_;
  std::uint32_t proposed_ = 0;
  std::vector<OutcomeConfidence> confidences_;
  std::vector<HeldGuard> held_guards_;
  std::vector<std::uint32_t> asking_guards_;
  std::vector<bool> flags_;
  std::string text_;
  // Of a verdict that took the long way.
  Decision found_;
  // Columns that the kernel looks at.
  struct KernelColumn {
    const void* begin = nullptr;
    std::uint32_t field = 0;
  };
  std::vector<KernelColumn> kernel_columns_;
  std::vector<const void*> column_pointers_;
  // Columns that are there.
  std::vector<std::uint32_t> present_columns_;
  // Of one lead.
  std::vector<std::uint64_t> row_;
  // Of a row that took the long way.
  Lead expanded_;
  std::vector<lq::Value> values_;
  // What an index of rules found.
  std::vector<std::uint32_t> found_bits_;
  // Verdict::fired.
  std::vector<std::uint64_t> fired_;
};

}  // namespace lq::engine
