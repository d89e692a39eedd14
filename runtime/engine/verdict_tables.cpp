#include "runtime/engine/verdict_tables.h"

#include <algorithm>
#include <bit>

#include "runtime/value/log_odds.h"

namespace lq::engine {
namespace {

constexpr std::size_t kMostConfidences = 1U << 14;

std::uint64_t Bit(std::size_t bit) { return std::uint64_t{1} << bit; }

std::uint32_t FirstBit(std::uint64_t bits) {
  return static_cast<std::uint32_t>(std::countr_zero(bits));
}

std::uint32_t LastBit(std::uint64_t bits) {
  return 63U - static_cast<std::uint32_t>(std::countl_zero(bits));
}

// The atoms of a guard's term that test the proposed outcome allow it.
bool Allows(const plan::Terms& terms, const plan::Term& term, std::uint32_t outcome) {
  for (std::uint32_t i = 0; i < term.residual_count; ++i) {
    const plan::Residual& residual = terms.residuals[term.first_residual + i];
    if (residual.kind != plan::Residual::Kind::kAtom)
      continue;
    const plan::Atom& atom = terms.atoms[residual.index];
    if (atom.kind != plan::Atom::Kind::kOutcome)
      continue;
    const auto first = terms.outcomes.begin() + atom.first_operand;
    const auto end = first + atom.operand_count;
    if ((std::find(first, end, outcome) != end) == residual.negated)
      return false;
  }
  return true;
}

// What the evidence of one outcome adds, when just the bits of `holding` hold.
class EvidenceSum {
 public:
  EvidenceSum(const plan::Plan& plan, const VerdictBits& bits)
      : plan_(plan), bits_(bits), holds_(plan.evidence.size()), groups_(plan.group_caps.size()) {}

  std::int64_t Of(std::uint32_t outcome, std::uint64_t holding) {
    std::fill(holds_.begin(), holds_.end(), false);
    std::fill(groups_.begin(), groups_.end(), 0);
    for (std::size_t bit = bits_.rules_end; bit < bits_.evidence_end; ++bit) {
      if ((holding & Bit(bit)) != 0)
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

VerdictTables::VerdictTables(const plan::Plan& plan, const VerdictBits& bits) {
  if (bits.terms.size() > 64)
    return;
  outcomes_.resize(plan.outcomes.size());
  tables_.outcomes = static_cast<std::uint32_t>(plan.outcomes.size());
  otherwise_ = plan.otherwise_outcome;
  for (std::size_t i = 0; i < outcomes_.size(); ++i)
    outcomes_[i].needs = plan.outcomes[i].needs;
  for (std::size_t bit = 0; bit < bits.evidence_end; ++bit) {
    if (plan.terms.terms[bits.terms[bit]].residual_count > 0)
      tables_.residual |= Bit(bit);
  }
  FillRules(plan, bits);
  FillEvidence(plan, bits);
  FillGuards(plan, bits);
  std::size_t confidences = 0;
  for (Class& base : classes_) {
    base.first = confidences;
    confidences += std::size_t{1} << std::popcount(outcomes_[base.outcome].evidence);
    if (confidences > kMostConfidences)
      return;
  }
  FillConfidences(plan, bits);
  FillWinners();
  usable_ = true;
}

void VerdictTables::FillRules(const plan::Plan& plan, const VerdictBits& bits) {
  for (std::size_t bit = 0; bit < bits.rules_end; ++bit) {
    const plan::Rule& rule = plan.rules[bits.owners[bit]];
    const std::uint64_t mask = Bit(bit);
    tables_.rules |= mask;
    outcomes_[rule.outcome].rules |= mask;
    for (std::size_t weaker = rule.outcome + 1; weaker < outcomes_.size(); ++weaker)
      outcomes_[weaker].stronger |= mask;
    if (!rule.overriders.empty() || rule.first_table != plan::kNone)
      tables_.entangled |= mask;
    if (rule.assume == plan::Assume::kYes)
      assume_yes_ |= mask;
    if (rule.assume == plan::Assume::kNo)
      assume_no_ |= mask;
    outcome_of_.push_back(rule.outcome);
    class_of_.push_back(ClassOf(rule.outcome, rule.strength));
  }
  otherwise_class_ = ClassOf(plan.otherwise_outcome, plan.otherwise_strength);
}

std::uint32_t VerdictTables::ClassOf(std::uint32_t outcome, std::int32_t strength) {
  const auto same = [&](const Class& c) { return c.outcome == outcome && c.strength == strength; };
  const auto found = std::find_if(classes_.begin(), classes_.end(), same);
  const auto index = static_cast<std::uint32_t>(found - classes_.begin());
  if (found == classes_.end())
    classes_.push_back({outcome, strength, 0});
  return index;
}

void VerdictTables::FillEvidence(const plan::Plan& plan, const VerdictBits& bits) {
  for (std::size_t bit = bits.rules_end; bit < bits.evidence_end; ++bit) {
    const plan::Evidence& item = plan.evidence[bits.owners[bit]];
    Outcome& outcome = outcomes_[item.outcome];
    if (outcome.evidence == 0)
      outcome.shift = static_cast<std::uint32_t>(bit);
    outcome.evidence |= Bit(bit);
    (item.points >= item.otherwise_points ? outcome.raising : outcome.lowering) |= Bit(bit);
  }
}

void VerdictTables::FillGuards(const plan::Plan& plan, const VerdictBits& bits) {
  for (std::size_t bit = bits.evidence_end; bit < bits.terms.size(); ++bit) {
    const plan::Term& term = plan.terms.terms[bits.terms[bit]];
    for (std::uint32_t outcome = 0; outcome < outcomes_.size(); ++outcome) {
      if (Allows(plan.terms, term, outcome))
        outcomes_[outcome].guards |= Bit(bit);
    }
  }
}

void VerdictTables::FillConfidences(const plan::Plan& plan, const VerdictBits& bits) {
  EvidenceSum evidence(plan, bits);
  for (const Class& base : classes_) {
    const Outcome& outcome = outcomes_[base.outcome];
    const std::size_t choices = std::size_t{1} << std::popcount(outcome.evidence);
    for (std::size_t choice = 0; choice < choices; ++choice) {
      const std::int64_t sum =
          base.strength + evidence.Of(base.outcome, std::uint64_t{choice} << outcome.shift);
      tables_.confidences.push_back(static_cast<std::int16_t>(ConfidenceOf(sum)));
    }
  }
}

void VerdictTables::FillWinners() {
  const auto winner = [&](std::uint32_t base) -> WinnerTables::Winner {
    const Class& from = classes_[base];
    const Outcome& outcome = outcomes_[from.outcome];
    return {from.outcome,
            outcome.needs,
            outcome.evidence,
            outcome.shift,
            static_cast<std::uint32_t>(from.first),
            outcome.guards};
  };
  for (std::size_t bit = 0; bit < class_of_.size(); ++bit)
    tables_.winners[bit] = winner(class_of_[bit]);
  tables_.winners[64] = winner(otherwise_class_);
}

bool VerdictTables::Conclude(Rails rails, Verdict& verdict, std::uint64_t& fired) const {
  if ((rails.open & tables_.entangled) != 0)
    return false;
  rails.holds |= rails.open & assume_yes_;
  rails.open &= ~(assume_no_ & ~rails.holds);
  fired = rails.holds & tables_.rules;
  verdict.proposed =
      static_cast<std::uint16_t>(fired != 0 ? outcome_of_[FirstBit(fired)] : otherwise_);
  const Outcome& own = outcomes_[verdict.proposed];
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
    return {otherwise_class_, otherwise_class_};
  Bounds bounds{class_of_[FirstBit(holds != 0 ? holds : Bit(LastBit(open)))],
                class_of_[FirstBit(open)]};
  if (!is_otherwise)
    return bounds;
  const std::int32_t strength = classes_[otherwise_class_].strength;
  if (strength < classes_[bounds.low].strength)
    bounds.low = otherwise_class_;
  if (strength > classes_[bounds.high].strength)
    bounds.high = otherwise_class_;
  return bounds;
}

std::int16_t VerdictTables::Low(const Outcome& outcome, std::uint32_t base, Rails rails) const {
  const std::uint64_t choice =
      ((rails.holds & outcome.raising) | (rails.open & outcome.lowering)) >> outcome.shift;
  return tables_.confidences[classes_[base].first + choice];
}

std::int16_t VerdictTables::High(const Outcome& outcome, std::uint32_t base, Rails rails) const {
  const std::uint64_t choice =
      ((rails.open & outcome.raising) | (rails.holds & outcome.lowering)) >> outcome.shift;
  return tables_.confidences[classes_[base].first + choice];
}

// The lowest confidence and the highest ceiling of all that it could become: the proposed outcome,
// and those of rivals.
void VerdictTables::Undecided(Rails rails, std::uint64_t rivals, Verdict& verdict) const {
  const Rails rules{rails.holds & tables_.rules, rails.open & tables_.rules};
  verdict.status = Status::kUndecided;
  verdict.confidence = 999;
  verdict.ceiling = 1;
  for (std::uint32_t next = verdict.proposed;; next = outcome_of_[FirstBit(rivals)]) {
    const Outcome& outcome = outcomes_[next];
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
