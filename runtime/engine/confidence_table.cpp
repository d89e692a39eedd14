#include "runtime/engine/confidence_table.h"

#include <algorithm>
#include <set>
#include <utility>

#include "runtime/value/log_odds.h"

namespace lq::engine {
namespace {

constexpr std::uint32_t kWidestEvidence = 14;
constexpr std::size_t kMostConfidences = std::size_t{1} << kWidestEvidence;
// Evidence and its groups, which each confidence is the sum of.
constexpr std::size_t kMostParts = 256;

// What the evidence of one outcome adds, when just the bits of `holding` hold.
class EvidenceSum {
 public:
  EvidenceSum(const plan::Plan& plan, const VerdictBits& bits)
      : plan_(plan), bits_(bits), holds_(plan.evidence.size()), groups_(plan.group_caps.size()) {}

  std::int64_t Of(std::uint32_t outcome, std::uint64_t holding) {
    std::fill(holds_.begin(), holds_.end(), false);
    std::fill(groups_.begin(), groups_.end(), 0);
    for (std::size_t bit = bits_.rules_end; bit < bits_.evidence_end; ++bit) {
      if ((holding >> (bit - bits_.rules_end) & 1) != 0)
        holds_[bits_.owners[bit]] = true;
    }
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < plan_.evidence.size(); ++i) {
      const plan::Evidence& item = plan_.evidence[i];
      if (item.outcome != outcome)
        continue;
      std::int64_t& target = item.group == plan::kNone ? sum : groups_[item.group];
      target += holds_[i] ? item.points : item.otherwise_points;
    }
    for (std::size_t i = 0; i < groups_.size(); ++i)
      sum += std::clamp<std::int64_t>(groups_[i], -plan_.group_caps[i], plan_.group_caps[i]);
    return sum;
  }

 private:
  const plan::Plan& plan_;
  const VerdictBits& bits_;
  std::vector<bool> holds_;
  std::vector<std::int64_t> groups_;
};

}  // namespace

ConfidenceTable::ConfidenceTable(const plan::Plan& plan, const VerdictBits& bits)
    : evidence_(plan.outcomes.size()) {
  // Beyond a word, no mask names it.
  if (bits.terms.size() - bits.rules_end > 64 ||
      plan.evidence.size() + plan.group_caps.size() > kMostParts)
    return;
  for (std::size_t bit = bits.rules_end; bit < bits.evidence_end; ++bit) {
    Evidence& evidence = evidence_[plan.evidence[bits.owners[bit]].outcome];
    if (evidence.width == 0)
      evidence.begin = static_cast<std::uint32_t>(bit - bits.rules_end);
    if (++evidence.width > kWidestEvidence)
      return;
  }
  if (!AddBases(plan))
    return;
  std::size_t count = 0;
  for (Base& base : bases_) {
    base.first = static_cast<std::uint32_t>(count);
    count += std::size_t{1} << evidence_[base.outcome].width;
  }
  usable_ = count <= kMostConfidences;
  if (usable_)
    Fill(plan, bits);
}

// By outcome, then by strength; each once. False when there are too many.
bool ConfidenceTable::AddBases(const plan::Plan& plan) {
  std::set<std::pair<std::uint32_t, std::int32_t>> bases = {
      {plan.otherwise_outcome, plan.otherwise_strength}};
  for (const plan::Rule& rule : plan.rules) {
    bases.insert({rule.outcome, rule.strength});
    if (bases.size() > kMostConfidences)
      return false;
  }
  for (const auto& [outcome, strength] : bases)
    bases_.push_back({outcome, strength, 0});
  return true;
}

std::uint32_t ConfidenceTable::BaseOf(std::uint32_t outcome, std::int32_t strength) const {
  const auto before = [](const Base& base, const std::pair<std::uint32_t, std::int32_t>& wanted) {
    return std::pair(base.outcome, base.strength) < wanted;
  };
  const auto found =
      std::lower_bound(bases_.begin(), bases_.end(), std::pair(outcome, strength), before);
  return static_cast<std::uint32_t>(found - bases_.begin());
}

void ConfidenceTable::Fill(const plan::Plan& plan, const VerdictBits& bits) {
  EvidenceSum sum(plan, bits);
  for (const Base& base : bases_) {
    const Evidence& evidence = evidence_[base.outcome];
    for (std::uint64_t choice = 0; choice < std::uint64_t{1} << evidence.width; ++choice) {
      const std::int64_t points = base.strength + sum.Of(base.outcome, choice << evidence.begin);
      confidences_.push_back(static_cast<std::int16_t>(ConfidenceOf(points)));
    }
  }
}

}  // namespace lq::engine
