#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "runtime/engine/ask_list.h"
#include "runtime/engine/confidence.h"
#include "runtime/engine/evaluation.h"
#include "runtime/engine/rule_states.h"
#include "runtime/record/decision.h"

namespace lq::engine {

// Puts one decision together: candidates, confidence, guards, status, and what the record says of
// them.
class DecisionMaker {
 public:
  DecisionMaker(const plan::Plan& plan, const EngineTables& tables);

  void Decide(const Lead& lead, const DecisionInputs& inputs, Decision& decision);

 private:
  struct HeldGuard {
    std::uint32_t guard = 0;
    Truth truth;
  };

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
  Evaluation evaluation_;
  RuleStates rules_;
  ConfidenceSums confidence_;
  AskList ask_;
  std::uint32_t proposed_ = 0;
  std::vector<OutcomeConfidence> confidences_;
  std::vector<HeldGuard> held_guards_;
  std::vector<std::uint32_t> asking_guards_;
  std::vector<bool> flags_;
  std::string text_;
};

}  // namespace lq::engine
