#include <algorithm>
#include <bit>

#include "runtime/engine/decision_maker.h"
#include "runtime/value/values.h"

namespace lq::engine {

// Verdicts: the short way where it leads, else the way of a whole decision. What happens most is
// kept small: this function is all that an ordinary lead meets.
Verdict DecisionMaker::JudgeRow(const std::uint64_t* row, const DecisionInputs& inputs) {
  const NativeEntries* const native = native_.load(std::memory_order_acquire);
  const bool short_way = short_way_ && quick_.AreDefaults(inputs.toggles);
  if (short_way && native != nullptr && !quick_.rows().has_coded()) {
    const Verdict verdict = native->judge(row, quick_.start(), fired_.data());
    if (verdict.fired != nullptr)
      return verdict;
  } else if (native != nullptr) {
    return JudgeBehind(*native, row, inputs);
  } else if (short_way && quick_.AllKnown(row)) {
    const std::uint64_t bits = quick_.rows().SweepKnown(row, quick_.start());
    const VerdictTables& verdicts = quick_.verdicts();
    Verdict verdict;
    if ((bits & verdicts.residual()) == 0 && verdicts.ConcludeKnown(bits, verdict, fired_[0])) {
      verdict.fired = fired_.data();
      return verdict;
    }
  }
  return JudgeRarer(row, inputs);
}

Verdict DecisionMaker::JudgeLead(const Lead& lead, const DecisionInputs& inputs) {
  if (!lead.errors.empty()) {
    Verdict verdict;
    verdict.status = Status::kRejected;
    return verdict;
  }
  const bool by_row = quick_.usable() || quick_.many() != nullptr;
  return by_row && quick_.layout().Fill(lead.fields, row_.data()) ? JudgeRow(row_.data(), inputs)
                                                                  : JudgeFully(lead, inputs);
}

// By both rails, with whatever the rows leave open.
Verdict DecisionMaker::JudgeRarer(const std::uint64_t* row, const DecisionInputs& inputs) {
  if (!quick_.usable())
    return JudgeMany(row, inputs);
  Rails rails = SweepRows(row, inputs);
  if ((rails.open & quick_.verdicts().residual()) != 0)
    rails = Resolve(rails, Expand(row), inputs);
  Verdict verdict;
  if (!quick_.verdicts().Conclude(rails, verdict, fired_[0]))
    return JudgeFully(Expand(row), inputs);
  verdict.fired = fired_.data();
  return verdict;
}

// The lead that a row stands for; good until the next call.
const Lead& DecisionMaker::Expand(const std::uint64_t* row) {
  const plan::RowLayout& layout = quick_.layout();
  expanded_.fields.resize(layout.fields());
  values_.resize(layout.fields());
  for (std::size_t i = 0; i < layout.fields(); ++i) {
    values_[i] = layout.Get(i, row);
    if (values_[i].none())
      expanded_.fields[i] = PossibleAll(Cause::kMissing);
    else
      SetKnown(values_[i], expanded_.fields[i]);
  }
  return expanded_;
}

// By the index of a plan with many rules.
Verdict DecisionMaker::JudgeMany(const std::uint64_t* row, const DecisionInputs& inputs) {
  const IndexVerdict* const many = quick_.many();
  if (many == nullptr || !quick_.AreDefaults(inputs.toggles) || !quick_.AllKnown(row))
    return JudgeFully(Expand(row), inputs);
  found_bits_.resize(quick_.bits().terms.size() + RuleIndex::kSpare);
  std::fill(fired_.begin(), fired_.end(), 0);
  const std::size_t count = many->index().Find(row, found_bits_.data());
  Verdict verdict;
  if (!many->Conclude(found_bits_.data(), count, verdict, fired_.data()))
    return JudgeFully(Expand(row), inputs);
  verdict.fired = fired_.data();
  return verdict;
}

// By native code, from the bits that toggles and the fields it does not know leave.
Verdict DecisionMaker::JudgeBehind(const NativeEntries& native, const std::uint64_t* row,
                                   const DecisionInputs& inputs) {
  const Rails rails = SweepUntold(row, inputs, Start(inputs));
  if (rails.holds == rails.open) {
    const Verdict verdict = native.judge(row, rails.holds, fired_.data());
    if (verdict.fired != nullptr)
      return verdict;
  }
  return JudgeRarer(row, inputs);
}

// What the toggles leave, which are mostly those of the lead before.
Rails DecisionMaker::Start(const DecisionInputs& inputs) {
  if (inputs.toggles.empty())
    return {quick_.start(), quick_.start()};
  const auto& toggles = inputs.toggles;
  if (!std::equal(toggles.begin(), toggles.end(), toggles_.begin(), toggles_.end())) {
    toggles_.assign(toggles.begin(), toggles.end());
    toggled_start_ = quick_.StartFor(toggles);
  }
  return {toggled_start_, toggled_start_};
}

// And-s the rails of the fields that native code does not know.
Rails DecisionMaker::SweepUntold(const std::uint64_t* row, const DecisionInputs& inputs,
                                 Rails rails) {
  rails = quick_.rows().SweepCoded(row, rails);
  if (!dated_)
    return rails;
  RefreshDatedRows(inputs.as_of);
  return dated_rows_.SweepCoded(row, dated_rows_.Sweep(row, rails));
}

Rails DecisionMaker::SweepRows(const std::uint64_t* row, const DecisionInputs& inputs) {
  Rails rails = Start(inputs);
  if (const NativeEntries* const native = native_.load(std::memory_order_acquire))
    native->sweep(row, rails.holds, &rails);
  else
    rails = quick_.rows().Sweep(row, rails);
  return SweepUntold(row, inputs, rails);
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

Verdict DecisionMaker::JudgeFully(const Lead& lead, const DecisionInputs& inputs) {
  found_.Clear();
  Find(lead, inputs, found_);
  Verdict verdict;
  verdict.status = found_.status;
  verdict.proposed = static_cast<std::uint16_t>(proposed_);
  verdict.confidence = static_cast<std::int16_t>(found_.confidence);
  verdict.ceiling = static_cast<std::int16_t>(found_.ceiling);
  std::fill(fired_.begin(), fired_.end(), 0);
  for (const RuleState& state : rules_.states()) {
    if (!state.holds || state.out)
      continue;
    const std::uint32_t bit = quick_.bits().of_rule[state.rule];
    fired_[bit / 64] |= std::uint64_t{1} << (bit % 64);
  }
  verdict.fired = fired_.data();
  return verdict;
}

}  // namespace lq::engine
