#pragma once

#include <cstdint>
#include <vector>

#include "runtime/engine/kernel.h"

namespace lq::jit {

// The least and the most confidence of one outcome, were it the one, looked up by the bits of its
// rules and evidence.
//
// An index is made of, from its lowest bit on: the bits of rules (those that hold, where one does;
// else those that are open), for the least a bit that says whether one holds, the bits of evidence,
// and, of the outcome that `otherwise` chooses, a bit that says that no rule holds at all. Where
// the outcome cannot be the one, the least is 999 and the most is 1.
class OutcomeBounds {
 public:
  OutcomeBounds(const engine::WinnerTables& tables, std::uint32_t outcome);

  // False when the tables would be too large; they are empty then.
  bool usable() const { return !low_.empty(); }
  bool is_otherwise() const { return is_otherwise_; }
  unsigned rules_begin() const { return rules_begin_; }
  unsigned rules_width() const { return rules_width_; }
  unsigned evidence_width() const { return evidence_width_; }
  // Per mille.
  const std::vector<std::uint16_t>& low() const { return low_; }
  const std::vector<std::uint16_t>& high() const { return high_; }

 private:
  struct State {
    std::uint64_t rules = 0;
    bool holds = false;
    std::uint64_t choice = 0;
    // `otherwise` may choose the outcome.
    bool otherwise = false;
  };

  std::uint16_t Low(const State& state) const;
  std::uint16_t High(const State& state) const;
  std::uint16_t Confidence(const engine::WinnerTables::Winner& base, std::uint64_t choice) const;
  const engine::WinnerTables::Winner& Rule(unsigned bit) const {
    return tables_.winners[rules_begin_ + bit];
  }

  const engine::WinnerTables& tables_;
  bool is_otherwise_ = false;
  unsigned rules_begin_ = 0;
  unsigned rules_width_ = 0;
  unsigned evidence_width_ = 0;
  std::vector<std::uint16_t> low_;
  std::vector<std::uint16_t> high_;
};

}  // namespace lq::jit
