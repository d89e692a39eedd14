#include "runtime/engine/verdict_tables.h"

#include <algorithm>
#include <bit>

#include "runtime/engine/guard_bits.h"

namespace lq::engine {
namespace {

std::uint64_t Bit(std::size_t bit) { return std::uint64_t{1} << bit; }

std::uint32_t FirstBit(std::uint64_t bits) {
  return static_cast<std::uint32_t>(std::countr_zero(bits));
}

std::uint32_t LastBit(std::uint64_t bits) {
  return 63U - static_cast<std::uint32_t>(std::countl_zero(bits));
}

}  // namespace

VerdictTables::VerdictTables(const plan::Plan& plan, const VerdictBits& bits,
                             const ConfidenceTable& table)
    : table_(table) {
  if (bits.terms.size() > 64 || !table_.usable())
    return;
  usable_ = true;
  tables_.outcomes.resize(plan.outcomes.size());
  tables_.confidences = table_.confidences();
  otherwise_ = plan.otherwise_outcome;
  otherwise_base_ = table_.BaseOf(plan.otherwise_outcome, plan.otherwise_strength);
  for (std::size_t i = 0; i < tables_.outcomes.size(); ++i)
    tables_.outcomes[i].needs = plan.outcomes[i].needs;
  for (std::size_t bit = 0; bit < bits.evidence_end; ++bit) {
    if (plan.terms.terms[bits.terms[bit]].residual_count > 0)
      tables_.residual |= Bit(bit);
  }
  FillRules(plan, bits);
  FillEvidence(plan, bits);
  FillGuards(plan, bits);
  FillWinners();
}

void VerdictTables::FillRules(const plan::Plan& plan, const VerdictBits& bits) {
  for (std::size_t bit = 0; bit < bits.rules_end; ++bit) {
    const plan::Rule& rule = plan.rules[bits.owners[bit]];
    const std::uint64_t mask = Bit(bit);
    tables_.rules |= mask;
    tables_.outcomes[rule.outcome].rules |= mask;
    for (std::size_t weaker = rule.outcome + 1; weaker < tables_.outcomes.size(); ++weaker)
      tables_.outcomes[weaker].stronger |= mask;
    if (!rule.overriders.empty() || rule.first_table != plan::kNone)
      tables_.entangled |= mask;
    if (rule.assume == plan::Assume::kYes)
      tables_.assume_yes |= mask;
    if (rule.assume == plan::Assume::kNo)
      tables_.assume_no |= mask;
    outcome_of_.push_back(rule.outcome);
    base_of_.push_back(table_.BaseOf(rule.outcome, rule.strength));
  }
}

void VerdictTables::FillEvidence(const plan::Plan& plan, const VerdictBits& bits) {
  for (std::uint32_t i = 0; i < tables_.outcomes.size(); ++i) {
    const ConfidenceTable::Evidence& evidence = table_.evidence(i);
    if (evidence.width == 0)
      continue;
    tables_.outcomes[i].shift = static_cast<std::uint32_t>(bits.rules_end) + evidence.begin;
    tables_.outcomes[i].evidence = evidence.mask() << bits.rules_end;
  }
  for (std::size_t bit = bits.rules_end; bit < bits.evidence_end; ++bit) {
    const plan::Evidence& item = plan.evidence[bits.owners[bit]];
    Outcome& outcome = tables_.outcomes[item.outcome];
    (item.points >= item.otherwise_points ? outcome.raising : outcome.lowering) |= Bit(bit);
  }
}

void VerdictTables::FillGuards(const plan::Plan& plan, const VerdictBits& bits) {
  const std::vector<std::uint64_t> guards = GuardsOf(plan, bits);
  if (bits.evidence_end == bits.terms.size())
    return;
  for (std::size_t i = 0; i < tables_.outcomes.size(); ++i)
    tables_.outcomes[i].guards = guards[i] << bits.rules_end;
}

void VerdictTables::FillWinners() {
  const auto winner = [&](std::uint32_t base) -> WinnerTables::Winner {
    const ConfidenceTable::Base& from = table_.bases()[base];
    const Outcome& outcome = tables_.outcomes[from.outcome];
    return {from.outcome,  from.strength, outcome.needs, outcome.evidence,
            outcome.shift, from.first,    outcome.guards};
  };
  for (std::size_t bit = 0; bit < base_of_.size(); ++bit)
    tables_.winners[bit] = winner(base_of_[bit]);
  tables_.winners[64] = winner(otherwise_base_);
}

bool VerdictTables::Conclude(Rails rails, Verdict& verdict, std::uint64_t& fired) const {
  if ((rails.open & tables_.entangled) != 0)
    return false;
  rails.holds |= rails.open & tables_.assume_yes;
  rails.open &= ~(tables_.assume_no & ~rails.holds);
  fired = rails.holds & tables_.rules;
  verdict.proposed =
      static_cast<std::uint16_t>(fired != 0 ? outcome_of_[FirstBit(fired)] : otherwise_);
  const Outcome& own = tables_.outcomes[verdict.proposed];
  const std::uint64_t rivals =
      rails.open & (fired != 0 ? own.stronger : tables_.rules & ~own.rules);
  if (rivals != 0) {
    Undecided(rails, rivals, verdict);
    return true;
  }
  if ((rails.open & own.guards) != 0)
    return false;
  const Bounds base = BaseOf(own, {fired, rails.open & tables_.rules}, fired == 0);
  verdict.confidence = Low(own, base.low, rails);
  verdict.ceiling = High(own, base.high, rails);
  verdict.status = verdict.confidence < own.needs ? Status::kDoubtful : Status::kSettled;
  return true;
}

// `rules`: the rails of all rules. `is_otherwise`: `otherwise` may choose this outcome.
VerdictTables::Bounds VerdictTables::BaseOf(const Outcome& outcome, Rails rules,
                                            bool is_otherwise) const {
  const std::uint64_t holds = rules.holds & outcome.rules;
  const std::uint64_t open = rules.open & outcome.rules;
  if (open == 0)
    return {otherwise_base_, otherwise_base_};
  Bounds bounds{base_of_[FirstBit(holds != 0 ? holds : Bit(LastBit(open)))],
                base_of_[FirstBit(open)]};
  if (!is_otherwise)
    return bounds;
  const std::int32_t strength = table_.bases()[otherwise_base_].strength;
  if (strength < table_.bases()[bounds.low].strength)
    bounds.low = otherwise_base_;
  if (strength > table_.bases()[bounds.high].strength)
    bounds.high = otherwise_base_;
  return bounds;
}

std::int16_t VerdictTables::Low(const Outcome& outcome, std::uint32_t base, Rails rails) const {
  const std::uint64_t choice =
      ((rails.holds & outcome.raising) | (rails.open & outcome.lowering)) >> outcome.shift;
  return tables_.confidences[table_.bases()[base].first + choice];
}

std::int16_t VerdictTables::High(const Outcome& outcome, std::uint32_t base, Rails rails) const {
  const std::uint64_t choice =
      ((rails.open & outcome.raising) | (rails.holds & outcome.lowering)) >> outcome.shift;
  return tables_.confidences[table_.bases()[base].first + choice];
}

// The lowest confidence and the highest ceiling of all that it could become: the proposed outcome,
// and those of rivals.
void VerdictTables::Undecided(Rails rails, std::uint64_t rivals, Verdict& verdict) const {
  const Rails rules{rails.holds & tables_.rules, rails.open & tables_.rules};
  verdict.status = Status::kUndecided;
  verdict.confidence = 999;
  verdict.ceiling = 1;
  for (std::uint32_t next = verdict.proposed;; next = outcome_of_[FirstBit(rivals)]) {
    const Outcome& outcome = tables_.outcomes[next];
    const bool is_otherwise = rules.holds == 0 && next == otherwise_;
    const Bounds base = BaseOf(outcome, rules, is_otherwise);
    verdict.confidence = std::min(verdict.confidence, Low(outcome, base.low, rails));
    verdict.ceiling = std::max(verdict.ceiling, High(outcome, base.high, rails));
    rivals &= ~outcome.rules;
    if (rivals == 0)
      return;
  }
}

}  // namespace lq::engine
