#pragma once

#include <span>
#include <vector>

#include "tests/bench/scoring/answer.h"
#include "tests/bench/scoring/scoring_lead.h"

namespace lq::bench {

// lead_scoring.lq as a good engineer writes it in C++: conditions as conditions.
class Branchy {
 public:
  Branchy();
  Answer Decide(const ScoringLead& lead) const;
  void DecideAll(std::span<const ScoringLead> leads, std::span<Answer> answers) const;

 private:
  std::uint16_t Confidence(int points) const { return confidence_[points + kLeastPoints]; }

  // No sum of this policy is beyond, in thousandths of a point.
  static constexpr int kLeastPoints = 40'000;
  // Per mille, by points.
  std::vector<std::uint16_t> confidence_;
  // The countries, by their index.
  std::vector<bool> dach_;
  std::vector<bool> not_served_;
};

}  // namespace lq::bench
