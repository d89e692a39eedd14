#pragma once

#include <array>

#include "runtime/value/log_odds.h"
#include "tests/bench/scoring/answer.h"

namespace lq::bench {

// The numbers of lead_scoring.lq, in thousandths of a point.
struct Strengths {
  int weakly = LogOdds(550);
  int fairly = LogOdds(670);
  int strongly = LogOdds(800);
  int decisively = LogOdds(950);
  int of_92_percent = LogOdds(920);
  int interest_cap = 4000;

  // By rule. Within an outcome the strongest rules come first.
  std::array<int, kRules> rules() const {
    return {decisively, decisively, of_92_percent, of_92_percent, strongly, strongly,
            fairly,     fairly,     strongly,      fairly,        strongly, fairly};
  }
};

// By rule; the last is `otherwise`.
inline constexpr std::array<Outcome, kRules + 1> kOutcomeOf = {
    kDisqualified, kDisqualified, kDisqualified, kDisqualified, kSalesReady,
    kSalesReady,   kSalesReady,   kSalesReady,   kSalesCall,    kSalesCall,
    kNurture,      kNurture,      kNurture};
// By outcome, per mille.
inline constexpr std::array<std::uint16_t, kOutcomes> kNeeds = {900, 700, 600, 0};

}  // namespace lq::bench
