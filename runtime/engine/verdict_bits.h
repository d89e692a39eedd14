#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "runtime/plan/plan.h"

namespace lq::engine {

// Which terms a verdict looks at, a bit each: those of rules, strongest outcome and then greatest
// strength first, so that the first bit that holds says everything of its rule's outcome; then
// those of evidence, outcome by outcome; then those of guards.
struct VerdictBits {
  explicit VerdictBits(const plan::Plan& plan);

  // By bit.
  std::vector<plan::TermId> terms;
  // By bit: index of Plan::rules, Plan::evidence or Plan::guards.
  std::vector<std::uint32_t> owners;
  // By rule: its first bit, plan::kNone where its condition never holds.
  std::vector<std::uint32_t> of_rule;
  std::size_t rules_end = 0;
  std::size_t evidence_end = 0;

  // Words of 64 bits that hold the bits of all rules; at least one.
  std::size_t rule_words() const { return rules_end / 64 + 1; }

 private:
  void Add(const plan::Plan& plan, plan::NodeId node, std::uint32_t owner);
};

}  // namespace lq::engine
