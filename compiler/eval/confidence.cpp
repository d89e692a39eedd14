#include "compiler/eval/confidence.h"

#include <algorithm>
#include <vector>

#include "compiler/eval/truth.h"
#include "runtime/value/log_odds.h"

namespace lq::eval {
namespace {

Interval Plus(Interval a, Interval b) { return {a.low + b.low, a.high + b.high}; }

Interval Clamp(Interval sum, std::int64_t cap) {
  return {std::clamp(sum.low, -cap, cap), std::clamp(sum.high, -cap, cap)};
}

// The rules of an outcome that count for B(o), `otherwise` among them where it counts as one more.
struct Base {
  std::vector<std::int64_t> firing;
  std::vector<std::int64_t> not_out;
};

Base BaseRules(const ir::Program& program, const Rules& rules, std::uint32_t outcome) {
  Base base;
  bool all_out = true;
  for (std::uint32_t rule = 0; rule < program.rules.size(); ++rule) {
    const Standing& standing = rules.standings[rule];
    all_out = all_out && standing.out;
    if (program.rules[rule].outcome == outcome && standing.fires) {
      base.firing.push_back(program.rules[rule].strength);
    }
    if (program.rules[rule].outcome == outcome && !standing.out) {
      base.not_out.push_back(program.rules[rule].strength);
    }
  }
  if (outcome == program.otherwise_outcome && !rules.some_holds()) {
    base.not_out.push_back(program.otherwise_strength);
    if (all_out) {
      base.firing.push_back(program.otherwise_strength);
    }
  }
  return base;
}

// Low: the greatest strength of the rules that are T', else the least of those that are not F'.
// High: the greatest of those that are not F'.
Interval StrengthOf(const Base& base) {
  const auto [least, greatest] = std::minmax_element(base.not_out.begin(), base.not_out.end());
  const auto greatest_firing = std::max_element(base.firing.begin(), base.firing.end());
  return {base.firing.empty() ? *least : *greatest_firing, *greatest};
}

// The sum of w over the items about the outcome in a group (kNone: in no group).
Interval SumOf(Situation& situation, std::uint32_t outcome, std::uint32_t group) {
  Interval sum;
  for (const ir::Evidence& evidence : situation.program.evidence) {
    if (evidence.outcome == outcome && evidence.group == group) {
      sum = Plus(sum, WeightOf(situation, evidence));
    }
  }
  return sum;
}

}  // namespace

Interval WeightOf(Situation& situation, const ir::Evidence& evidence) {
  const Truth truth = TruthOf(situation, evidence.when);
  const std::int64_t points = evidence.points;
  const std::int64_t otherwise = evidence.otherwise_points;
  if (truth.holds) {
    return {points, points};
  }
  if (truth.ruled_out) {
    return {otherwise, otherwise};
  }
  return {std::min(points, otherwise), std::max(points, otherwise)};
}

Interval BaseOf(const ir::Program& program, const Rules& rules, std::uint32_t outcome) {
  return StrengthOf(BaseRules(program, rules, outcome));
}

Interval ConfidenceIn(Situation& situation, const Rules& rules, std::uint32_t outcome) {
  const ir::Program& program = situation.program;
  Interval sum = BaseOf(program, rules, outcome);
  for (std::uint32_t group = 0; group < program.groups.size(); ++group) {
    sum = Plus(sum, Clamp(SumOf(situation, outcome, group), program.groups[group].cap));
  }
  sum = Plus(sum, SumOf(situation, outcome, ir::kNone));
  return {ConfidenceOf(sum.low), ConfidenceOf(sum.high)};
}

Interval TensionOf(Situation& situation, std::uint32_t outcome) {
  Interval positive;
  Interval negative;
  for (const ir::Evidence& evidence : situation.program.evidence) {
    if (evidence.outcome != outcome) {
      continue;
    }
    const Interval weight = WeightOf(situation, evidence);
    positive.high += std::max<std::int64_t>(weight.high, 0);
    negative.high += std::max<std::int64_t>(-weight.low, 0);
    if (TruthOf(situation, evidence.when).can_tell()) {
      positive.low += std::max<std::int64_t>(weight.low, 0);
      negative.low += std::max<std::int64_t>(-weight.low, 0);
    }
  }
  return {std::min(positive.low, negative.low) / 1000,
          std::min(positive.high, negative.high) / 1000};
}

}  // namespace lq::eval
