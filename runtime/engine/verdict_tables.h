#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "runtime/engine/confidence_table.h"
#include "runtime/engine/kernel.h"
#include "runtime/engine/rails.h"
#include "runtime/engine/verdict.h"
#include "runtime/engine/verdict_bits.h"
#include "runtime/plan/plan.h"

namespace lq::engine {

// From the rails of a plan's verdict bits to its verdict, by tables: for each strength that an
// outcome's rules have, the confidence under every choice of the outcome's evidence.
class VerdictTables {
 public:
  // `table` outlives it.
  VerdictTables(const plan::Plan& plan, const VerdictBits& bits, const ConfidenceTable& table);

  // Whether the tables can be made: at most 64 bits, and not too many choices of evidence.
  bool usable() const { return usable_; }
  // Bits of rules and evidence whose terms have residual literals: to be looked at where open.
  std::uint64_t residual() const { return tables_.residual; }
  const WinnerTables& tables() const { return tables_; }
  // False when the rails need more than the tables: a rule that others override is not ruled out,
  // or a guard may hold.
  bool Conclude(Rails rails, Verdict& verdict, std::uint64_t& fired) const;
  // The same where both rails are one.
  bool ConcludeKnown(std::uint64_t bits, Verdict& verdict, std::uint64_t& fired) const;

 private:
  // All that is known of a candidate before evidence: the weakest and the strongest base.
  struct Bounds {
    std::uint32_t low = 0;
    std::uint32_t high = 0;
  };
  using Outcome = WinnerTables::Outcome;

  void FillWinners();
  void FillRules(const plan::Plan& plan, const VerdictBits& bits);
  void FillEvidence(const plan::Plan& plan, const VerdictBits& bits);
  void FillGuards(const plan::Plan& plan, const VerdictBits& bits);
  Bounds BaseOf(const Outcome& outcome, Rails rules, bool is_otherwise) const;
  std::int16_t Low(const Outcome& outcome, std::uint32_t base, Rails rails) const;
  std::int16_t High(const Outcome& outcome, std::uint32_t base, Rails rails) const;
  void Undecided(Rails rails, std::uint64_t rivals, Verdict& verdict) const;

  bool usable_ = false;
  const ConfidenceTable& table_;
  WinnerTables tables_;
  std::uint32_t otherwise_ = 0;
  // Of `otherwise`: index of the table's bases.
  std::uint32_t otherwise_base_ = 0;
  // Of rules, by bit.
  std::vector<std::uint32_t> outcome_of_;
  std::vector<std::uint32_t> base_of_;
};

inline bool VerdictTables::ConcludeKnown(std::uint64_t bits, Verdict& verdict,
                                         std::uint64_t& fired) const {
  fired = bits & tables_.rules;
  const WinnerTables::Winner& winner =
      tables_.winners[static_cast<std::size_t>(std::countr_zero(fired))];
  if ((bits & (tables_.entangled | winner.guards)) != 0)
    return false;
  const std::uint64_t choice = (bits & winner.evidence) >> winner.shift;
  const std::int16_t confidence = tables_.confidences[winner.first + choice];
  verdict.proposed = static_cast<std::uint16_t>(winner.outcome);
  verdict.confidence = confidence;
  verdict.ceiling = confidence;
  verdict.status = confidence < winner.needs ? Status::kDoubtful : Status::kSettled;
  return true;
}

}  // namespace lq::engine
