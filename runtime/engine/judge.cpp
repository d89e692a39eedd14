#include <algorithm>
#include <bit>

#include "runtime/engine/decision_maker.h"

namespace lq::engine {

// Verdicts: the short way where it leads, else the way of a whole decision.
Verdict DecisionMaker::Judge(const Lead& lead, const DecisionInputs& inputs) {
  Verdict verdict;
  if (lead.plain && quick_.usable()) {
    verdict.fired = {fired_.data(), 1};
    if (JudgeQuickly(lead, inputs, verdict))
      return verdict;
  }
  if (lead.errors.empty()) {
    JudgeFully(lead, inputs, verdict);
  } else {
    verdict.status = Status::kRejected;
  }
  return verdict;
}

bool DecisionMaker::JudgeQuickly(const Lead& lead, const DecisionInputs& inputs,
                                 Verdict& verdict) {
  const std::uint64_t* const row = lead.row.data();
  if (dated_)
    RefreshDatedRows(inputs.as_of);
  const std::uint64_t start = quick_.Start(inputs.toggles);
  const VerdictTables& verdicts = quick_.verdicts();
  if (quick_.AllKnown(row)) {
    std::uint64_t bits = quick_.rows().SweepKnown(row, start);
    if (dated_)
      bits = dated_rows_.SweepKnown(row, bits);
    if ((bits & verdicts.residual()) == 0)
      return verdicts.ConcludeKnown(bits, verdict, fired_[0]);
    return verdicts.Conclude(Resolve({bits, bits}, lead, inputs), verdict, fired_[0]);
  }
  Rails rails = quick_.rows().Sweep(row, {start, start});
  if (dated_)
    rails = dated_rows_.Sweep(row, rails);
  if ((rails.open & verdicts.residual()) != 0)
    rails = Resolve(rails, lead, inputs);
  return verdicts.Conclude(rails, verdict, fired_[0]);
}

void DecisionMaker::RefreshDatedRows(std::int64_t as_of) {
  evaluation_.RefreshDatedFields(as_of);
  if (dated_builds_ == evaluation_.dated_builds())
    return;
  dated_builds_ = evaluation_.dated_builds();
  quick_.BuildDated(evaluation_.dated(), dated_rows_);
}

// Looks at the rest of the conditions whose rows leave them open.
Rails DecisionMaker::Resolve(Rails rails, const Lead& lead, const DecisionInputs& inputs) {
  evaluation_.Start(lead, inputs);
  std::uint64_t waiting = rails.open & quick_.verdicts().residual();
  for (; waiting != 0; waiting &= waiting - 1) {
    const std::uint64_t bit = waiting & -waiting;
    const auto index = static_cast<std::size_t>(std::countr_zero(waiting));
    const Truth truth = evaluation_.TermTruth(quick_.bits().terms[index]);
    if (!truth.holds)
      rails.holds &= ~bit;
    if (!truth.open)
      rails.open &= ~bit;
  }
  return rails;
}

void DecisionMaker::JudgeFully(const Lead& lead, const DecisionInputs& inputs, Verdict& verdict) {
  found_.Clear();
  Find(lead, inputs, found_);
  verdict.status = found_.status;
  verdict.proposed = proposed_;
  verdict.confidence = found_.confidence;
  verdict.ceiling = found_.ceiling;
  std::fill(fired_.begin(), fired_.end(), 0);
  for (const RuleState& state : rules_.states()) {
    if (!state.holds || state.out)
      continue;
    const std::uint32_t bit = quick_.bits().of_rule[state.rule];
    fired_[bit / 64] |= std::uint64_t{1} << (bit % 64);
  }
  verdict.fired = fired_;
}

}  // namespace lq::engine
