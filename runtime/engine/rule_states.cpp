#include "runtime/engine/rule_states.h"

#include <algorithm>
#include <bit>

namespace lq::engine {

RuleStates::RuleStates(const plan::Plan& plan)
    : plan_(plan),
      state_of_(plan.rules.size(), plan::kNone),
      open_outcomes_(plan.outcomes.size()) {}

void RuleStates::Run(Evaluation& evaluation) {
  Collect(evaluation);
  ApplyAssume();
  ApplyOverrides(evaluation.tables());
  ApplyFirstTables();
  FindCandidates();
}

const RuleState* RuleStates::Find(std::uint32_t rule) const {
  const std::uint32_t index = state_of_[rule];
  return index == plan::kNone ? nullptr : &states_[index];
}

void RuleStates::Collect(Evaluation& evaluation) {
  for (const RuleState& state : states_)
    state_of_[state.rule] = plan::kNone;
  states_.clear();
  const std::vector<std::uint32_t>& rule_of_term = evaluation.tables().rule_of_term;
  const std::vector<std::uint64_t>& open = evaluation.bits().open;
  for (std::size_t word = 0; word * 64 < rule_of_term.size(); ++word) {
    for (std::uint64_t rest = open[word]; rest != 0; rest &= rest - 1) {
      const auto term =
          static_cast<plan::TermId>(word * 64 + static_cast<unsigned>(std::countr_zero(rest)));
      if (term >= rule_of_term.size())
        return;
      AddTerm(rule_of_term[term], evaluation.TermTruth(term));
    }
  }
}

// Terms of one rule follow each other.
void RuleStates::AddTerm(std::uint32_t rule, Truth truth) {
  if (truth.ruled_out())
    return;
  if (!states_.empty() && states_.back().rule == rule) {
    states_.back().holds |= truth.holds;
  } else {
    states_.push_back({rule, truth.holds, false, false, 0});
  }
}

void RuleStates::ApplyAssume() {
  for (RuleState& state : states_) {
    if (plan_.rules[state.rule].assume == plan::Assume::kYes)
      state.holds = true;
  }
  std::erase_if(states_, [&](const RuleState& state) {
    return !state.holds && plan_.rules[state.rule].assume == plan::Assume::kNo;
  });
  for (std::uint32_t i = 0; i < states_.size(); ++i)
    state_of_[states_[i].rule] = i;
}

void RuleStates::ApplyOverrides(const EngineTables& tables) {
  overridden_.clear();
  for (std::uint32_t i = 0; i < states_.size(); ++i) {
    RuleState& state = states_[i];
    state.chosen = state.holds;
    state.sure = plan_.rules[state.rule].outcome;
    if (tables.override_place[state.rule] != plan::kNone)
      overridden_.push_back(i);
  }
  std::sort(overridden_.begin(), overridden_.end(), [&](std::uint32_t a, std::uint32_t b) {
    return tables.override_place[states_[a].rule] < tables.override_place[states_[b].rule];
  });
  for (std::uint32_t index : overridden_)
    ApplyOverriders(states_[index]);
}

void RuleStates::ApplyOverriders(RuleState& state) {
  const plan::Rule& rule = plan_.rules[state.rule];
  for (std::uint32_t overrider : rule.overriders) {
    const RuleState* other = Find(overrider);
    if (other == nullptr)
      continue;
    if (other->holds && Defeats(overrider, rule))
      state.out = true;
    if (other->out)
      continue;
    state.chosen = false;
    state.sure = std::max(state.sure, plan_.rules[overrider].outcome);
  }
}

// An overrider that holds defeats the rule unless something that may defeat it spares the rule.
bool RuleStates::Defeats(std::uint32_t overrider, const plan::Rule& rule) const {
  for (std::uint32_t above : plan_.rules[overrider].overriders) {
    const RuleState* state = Find(above);
    if (state == nullptr || state->out)
      continue;
    if (!std::binary_search(rule.overriders.begin(), rule.overriders.end(), above))
      return false;
  }
  return true;
}

void RuleStates::ApplyFirstTables() {
  rows_.clear();
  for (std::uint32_t i = 0; i < states_.size(); ++i) {
    if (plan_.rules[states_[i].rule].first_table != plan::kNone)
      rows_.push_back(i);
  }
  const auto rule_of = [&](std::uint32_t index) -> const plan::Rule& {
    return plan_.rules[states_[index].rule];
  };
  std::sort(rows_.begin(), rows_.end(), [&](std::uint32_t a, std::uint32_t b) {
    const plan::Rule& left = rule_of(a);
    const plan::Rule& right = rule_of(b);
    return left.first_table != right.first_table ? left.first_table < right.first_table
                                                 : left.row < right.row;
  });
  for (std::size_t begin = 0; begin < rows_.size();) {
    std::size_t end = begin + 1;
    while (end < rows_.size() &&
           rule_of(rows_[end]).first_table == rule_of(rows_[begin]).first_table)
      ++end;
    ApplyFirstTable(begin, end);
    begin = end;
  }
}

// Under `hit first` a row overrides every later one, so it is ruled out as soon as an earlier row
// holds.
void RuleStates::ApplyFirstTable(std::size_t begin, std::size_t end) {
  bool earlier_holds = false;
  bool earlier_stands = false;
  std::uint32_t weakest = 0;
  for (std::size_t i = begin; i < end; ++i) {
    RuleState& state = states_[rows_[i]];
    state.out |= earlier_holds;
    state.chosen &= !earlier_stands;
    if (earlier_stands)
      state.sure = std::max(state.sure, weakest);
    earlier_holds |= state.holds;
    if (state.out)
      continue;
    earlier_stands = true;
    weakest = std::max(weakest, plan_.rules[state.rule].outcome);
  }
}

void RuleStates::FindCandidates() {
  any_holds_ = false;
  std::fill(open_outcomes_.begin(), open_outcomes_.end(), false);
  std::uint32_t last = static_cast<std::uint32_t>(plan_.outcomes.size()) - 1;
  for (const RuleState& state : states_) {
    if (!state.out)
      open_outcomes_[plan_.rules[state.rule].outcome] = true;
    if (!state.holds)
      continue;
    any_holds_ = true;
    last = std::min(last, state.sure);
  }
  if (!any_holds_)
    open_outcomes_[plan_.otherwise_outcome] = true;
  candidates_.clear();
  for (std::uint32_t outcome = 0; outcome <= last; ++outcome) {
    if (open_outcomes_[outcome])
      candidates_.push_back(outcome);
  }
}

}  // namespace lq::engine
