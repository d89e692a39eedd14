#include <algorithm>
#include <bit>

#include "runtime/engine/decision_maker.h"

namespace lq::engine {

// Verdicts: the short way where it leads, else the way of a whole decision. What happens most is
// kept small: this function is all that an ordinary lead meets.
Verdict DecisionMaker::Judge(const Lead& lead, const DecisionInputs& inputs) {
  Verdict verdict;
  if (short_way_ && lead.plain && inputs.toggles.empty() && quick_.AllKnown(lead.row.data())) {
    const std::uint64_t bits = quick_.rows().SweepKnown(lead.row.data(), quick_.start());
    const VerdictTables& verdicts = quick_.verdicts();
    if ((bits & verdicts.residual()) == 0 && verdicts.ConcludeKnown(bits, verdict, fired_[0])) {
      verdict.fired = {fired_.data(), 1};
      return verdict;
    }
  }
  JudgeRarer(lead, inputs, verdict);
  return verdict;
}

void DecisionMaker::JudgeRarer(const Lead& lead, const DecisionInputs& inputs, Verdict& verdict) {
  if (!lead.errors.empty()) {
    verdict.status = Status::kRejected;
  } else if (!lead.plain || !quick_.usable() || !JudgeRow(lead, inputs, verdict)) {
    JudgeFully(lead, inputs, verdict);
  }
}

// By both rails, with whatever the rows leave open.
bool DecisionMaker::JudgeRow(const Lead& lead, const DecisionInputs& inputs, Verdict& verdict) {
  const std::uint64_t start = quick_.StartFor(inputs.toggles);
  Rails rails = quick_.rows().Sweep(lead.row.data(), {start, start});
  if (dated_) {
    RefreshDatedRows(inputs.as_of);
    rails = dated_rows_.Sweep(lead.row.data(), rails);
  }
  if ((rails.open & quick_.verdicts().residual()) != 0)
    rails = Resolve(rails, lead, inputs);
  verdict.fired = {fired_.data(), 1};
  return quick_.verdicts().Conclude(rails, verdict, fired_[0]);
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
