#include "runtime/engine/confidence.h"

#include <algorithm>

#include "runtime/value/log_odds.h"

namespace lq::engine {
namespace {

constexpr std::int64_t kPoint = 1000;

}  // namespace

ConfidenceSums::ConfidenceSums(const plan::Plan& plan)
    : plan_(plan), bases_(plan.outcomes.size()), groups_(plan.group_caps.size()) {}

void ConfidenceSums::Base::Add(std::int32_t strength, bool is_chosen) {
  least = any ? std::min(least, strength) : strength;
  greatest = any ? std::max(greatest, strength) : strength;
  any = true;
  if (!is_chosen)
    return;
  chosen = any_chosen ? std::max(chosen, strength) : strength;
  any_chosen = true;
}

void ConfidenceSums::Start(const RuleStates& rules) {
  std::fill(bases_.begin(), bases_.end(), Base{});
  bool all_out = true;
  for (const RuleState& state : rules.states()) {
    if (state.out)
      continue;
    all_out = false;
    const plan::Rule& rule = plan_.rules[state.rule];
    bases_[rule.outcome].Add(rule.strength, state.chosen);
  }
  if (!rules.any_holds())
    bases_[plan_.otherwise_outcome].Add(plan_.otherwise_strength, all_out);
}

OutcomeConfidence ConfidenceSums::Of(std::uint32_t outcome, Evaluation& evaluation) {
  const Base& base = bases_[outcome];
  Bounds sum{base.any_chosen ? base.chosen : base.least, base.greatest};
  // Sums of positive and of negative parts: of items that can tell, and at most.
  Bounds positive;
  Bounds negative;
  std::fill(groups_.begin(), groups_.end(), Bounds{});
  for (std::uint32_t index : evaluation.tables().evidence_of[outcome]) {
    const plan::Evidence& item = plan_.evidence[index];
    const Truth truth = evaluation.NodeTruth(item.when);
    Bounds w{item.points, item.points};
    if (truth.ruled_out())
      w = {item.otherwise_points, item.otherwise_points};
    if (truth.undecided()) {
      w = {std::min(item.points, item.otherwise_points),
           std::max(item.points, item.otherwise_points)};
    }
    Bounds& target = item.group == plan::kNone ? sum : groups_[item.group];
    target.low += w.low;
    target.high += w.high;
    positive.high += std::max<std::int64_t>(w.high, 0);
    negative.high += std::max<std::int64_t>(-w.low, 0);
    if (truth.undecided())
      continue;
    positive.low += std::max<std::int64_t>(w.low, 0);
    negative.low += std::max<std::int64_t>(-w.low, 0);
  }
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    const std::int64_t cap = plan_.group_caps[i];
    sum.low += std::clamp(groups_[i].low, -cap, cap);
    sum.high += std::clamp(groups_[i].high, -cap, cap);
  }
  return {ConfidenceOf(sum.low), ConfidenceOf(sum.high),
          std::min(positive.low, negative.low) / kPoint,
          std::min(positive.high, negative.high) / kPoint};
}

}  // namespace lq::engine
