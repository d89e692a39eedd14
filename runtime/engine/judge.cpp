#include <algorithm>
#include <bit>

#include "runtime/engine/decision_maker.h"

namespace lq::engine {

// Verdicts: the short way where it leads, else the way of a whole decision.
Verdict DecisionMaker::Judge(const Lead& lead, const DecisionInputs& inputs) {
  Verdict verdict;
  if (!lead.errors.empty()) {
    verdict.status = Status::kRejected;
    return verdict;
  }
  if (!lead.plain || !quick_.usable() || !JudgeQuickly(lead, inputs, verdict))
    JudgeFully(lead, inputs, verdict);
  return verdict;
}

bool DecisionMaker::JudgeQuickly(const Lead& lead, const DecisionInputs& inputs,
                                 Verdict& verdict) {
  evaluation_.RefreshDatedFields(inputs.as_of);
  if (dated_builds_ != evaluation_.dated_builds()) {
    dated_builds_ = evaluation_.dated_builds();
    quick_.BuildDated(evaluation_.dated(), dated_rows_);
  }
  Rails rails = SweepRows(lead.row.data(), quick_.Start(inputs.toggles));
  const std::uint64_t waiting = rails.open & quick_.verdicts().residual();
  if (waiting != 0) {
    evaluation_.Start(lead, inputs);
    rails = Resolve(rails, waiting);
  }
  verdict.fired = {fired_.data(), 1};
  return quick_.verdicts().Conclude(rails, verdict, fired_[0]);
}

Rails DecisionMaker::SweepRows(const std::uint64_t* row, std::uint64_t start) const {
  if (!quick_.AllKnown(row))
    return dated_rows_.Sweep(row, quick_.rows().Sweep(row, {start, start}));
  const std::uint64_t bits = dated_rows_.SweepKnown(row, quick_.rows().SweepKnown(row, start));
  return {bits, bits};
}

// Looks at the rest of the conditions whose rows leave them open.
Rails DecisionMaker::Resolve(Rails rails, std::uint64_t waiting) {
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
