#include "compiler/jit/outcome_bounds.h"

#include <bit>

namespace lq::jit {
namespace {

using Winner = engine::WinnerTables::Winner;

// Beyond, a cache would hold little else.
constexpr unsigned kWidestIndex = 10;

unsigned FirstBit(std::uint64_t bits) { return static_cast<unsigned>(std::countr_zero(bits)); }
unsigned LastBit(std::uint64_t bits) { return 63U - static_cast<unsigned>(std::countl_zero(bits)); }

}  // namespace

OutcomeBounds::OutcomeBounds(const engine::WinnerTables& tables, std::uint32_t outcome)
    : tables_(tables), is_otherwise_(tables.winners[64].outcome == outcome) {
  const engine::WinnerTables::Outcome& own = tables.outcomes[outcome];
  rules_begin_ = own.rules == 0 ? 0 : FirstBit(own.rules);
  rules_width_ = static_cast<unsigned>(std::popcount(own.rules));
  evidence_width_ = static_cast<unsigned>(std::popcount(own.evidence));
  if (rules_width_ + evidence_width_ + 2 > kWidestIndex)
    return;
  const std::uint64_t rule_sets = std::uint64_t{1} << rules_width_;
  const std::uint64_t choices = std::uint64_t{1} << evidence_width_;
  for (const bool otherwise : {false, true}) {
    if (otherwise && !is_otherwise_)
      continue;
    for (std::uint64_t choice = 0; choice < choices; ++choice) {
      for (const bool holds : {false, true}) {
        for (std::uint64_t rules = 0; rules < rule_sets; ++rules)
          low_.push_back(Low({rules, holds, choice, otherwise}));
      }
      for (std::uint64_t rules = 0; rules < rule_sets; ++rules)
        high_.push_back(High({rules, false, choice, otherwise}));
    }
  }
}

std::uint16_t OutcomeBounds::Low(const State& state) const {
  const Winner& otherwise = tables_.winners[64];
  if (state.rules == 0)
    return state.otherwise ? Confidence(otherwise, state.choice) : 999;
  const Winner& base = Rule(state.holds ? FirstBit(state.rules) : LastBit(state.rules));
  const bool weaker = state.otherwise && otherwise.strength < base.strength;
  return Confidence(weaker ? otherwise : base, state.choice);
}

std::uint16_t OutcomeBounds::High(const State& state) const {
  const Winner& otherwise = tables_.winners[64];
  if (state.rules == 0)
    return state.otherwise ? Confidence(otherwise, state.choice) : 1;
  const Winner& base = Rule(FirstBit(state.rules));
  const bool stronger = state.otherwise && otherwise.strength > base.strength;
  return Confidence(stronger ? otherwise : base, state.choice);
}

std::uint16_t OutcomeBounds::Confidence(const Winner& base, std::uint64_t choice) const {
  return static_cast<std::uint16_t>(tables_.confidences[base.first + choice]);
}

}  // namespace lq::jit
