#pragma once

#include <cstdint>
#include <vector>

#include "runtime/engine/field_reads.h"
#include "runtime/engine/rule_states.h"
#include "runtime/record/decision.h"

namespace lq::engine {

// What is worth asking for (language.md, section 7, "Ask").
class AskList {
 public:
  explicit AskList(const plan::Plan& plan);

  // `guards`: those that cannot tell and held the decision back. Appends to `ask`, in its final
  // order.
  void Run(const RuleStates& rules, const std::vector<std::uint32_t>& guards,
           Evaluation& evaluation, std::vector<AskEntry>& ask);

 private:
  void AddEvidence(const std::vector<std::uint32_t>& candidates, Evaluation& evaluation);
  void AddRules(const RuleStates& rules, Evaluation& evaluation);
  void MarkEarlierRows(const RuleStates& rules);
  void MarkOverriders(const RuleStates& rules);
  // Once a field, however many conditions block on it.
  void AddBlocking(plan::NodeId node, Evaluation& evaluation);
  void AddGain(std::uint32_t field, std::int64_t gain);

  const plan::Plan& plan_;
  FieldReads reads_;
  // By field, thousandths of a point.
  std::vector<std::int64_t> gains_;
  std::vector<bool> blocking_;
  std::vector<std::uint32_t> fields_;
  // By state of the rules: open, and could decide between candidates.
  std::vector<bool> relevant_;
  std::vector<std::uint32_t> work_;
  // By `hit first` table: its last relevant row.
  std::vector<std::uint32_t> last_row_;
};

}  // namespace lq::engine
