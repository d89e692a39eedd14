#include "runtime/engine/ask_list.h"

#include <algorithm>
#include <cstdlib>

namespace lq::engine {
namespace {

// Thousandths of a point.
constexpr std::int64_t kBlockingGain = 60'000;

}  // namespace

AskList::AskList(const plan::Plan& plan)
    : plan_(plan),
      reads_(plan),
      gains_(plan.schema.fields.size()),
      blocking_(plan.schema.fields.size()),
      last_row_(plan.first_table_count) {}

void AskList::Run(const RuleStates& rules, const std::vector<std::uint32_t>& guards,
                  Evaluation& evaluation, std::vector<AskEntry>& ask) {
  for (std::uint32_t field : fields_) {
    gains_[field] = 0;
    blocking_[field] = false;
  }
  fields_.clear();
  AddEvidence(rules.candidates(), evaluation);
  AddRules(rules, evaluation);
  for (std::uint32_t guard : guards)
    AddBlocking(plan_.guards[guard].when, evaluation);
  for (std::uint32_t field : fields_) {
    const plan::SchemaField& declared = plan_.schema.fields[field];
    ask.push_back({declared.path, evaluation.Field(field).cause, gains_[field], declared.question});
  }
  std::sort(ask.begin(), ask.end(), [](const AskEntry& a, const AskEntry& b) {
    return a.gain != b.gain ? a.gain > b.gain : a.field < b.field;
  });
}

void AskList::AddGain(std::uint32_t field, std::int64_t gain) {
  if (gain == 0)
    return;
  if (gains_[field] == 0)
    fields_.push_back(field);
  gains_[field] += gain;
}

void AskList::AddBlocking(plan::NodeId node, Evaluation& evaluation) {
  for (std::uint32_t field : reads_.Of(node, evaluation)) {
    if (!blocking_[field])
      AddGain(field, kBlockingGain);
    blocking_[field] = true;
  }
}

void AskList::AddEvidence(const std::vector<std::uint32_t>& candidates, Evaluation& evaluation) {
  for (std::uint32_t outcome : candidates) {
    for (std::uint32_t index : evaluation.tables().evidence_of[outcome]) {
      const plan::Evidence& item = plan_.evidence[index];
      if (!evaluation.NodeTruth(item.when).undecided())
        continue;
      const std::int64_t gain = std::abs(std::int64_t{item.points} - item.otherwise_points);
      for (std::uint32_t field : reads_.Of(item.when, evaluation))
        AddGain(field, gain);
    }
  }
}

void AskList::AddRules(const RuleStates& rules, Evaluation& evaluation) {
  const std::vector<RuleState>& states = rules.states();
  const std::vector<std::uint32_t>& candidates = rules.candidates();
  relevant_.assign(states.size(), false);
  for (std::size_t i = 0; i < states.size(); ++i) {
    const std::uint32_t outcome = plan_.rules[states[i].rule].outcome;
    relevant_[i] =
        states[i].undecided() && std::binary_search(candidates.begin(), candidates.end(), outcome);
  }
  MarkEarlierRows(rules);
  MarkOverriders(rules);
  for (std::size_t i = 0; i < states.size(); ++i) {
    if (relevant_[i] && !states[i].holds)
      AddBlocking(plan_.rules[states[i].rule].when, evaluation);
  }
}

// Open rows of a `hit first` table before a relevant one override it.
void AskList::MarkEarlierRows(const RuleStates& rules) {
  if (last_row_.empty())
    return;
  std::fill(last_row_.begin(), last_row_.end(), 0);
  const std::vector<RuleState>& states = rules.states();
  for (std::size_t i = 0; i < states.size(); ++i) {
    const plan::Rule& rule = plan_.rules[states[i].rule];
    if (!relevant_[i] || rule.first_table == plan::kNone)
      continue;
    last_row_[rule.first_table] = std::max(last_row_[rule.first_table], rule.row);
  }
  for (std::size_t i = 0; i < states.size(); ++i) {
    const plan::Rule& rule = plan_.rules[states[i].rule];
    if (rule.first_table == plan::kNone || !states[i].undecided())
      continue;
    if (rule.row < last_row_[rule.first_table])
      relevant_[i] = true;
  }
}

// Rules override directly or through open rules only.
void AskList::MarkOverriders(const RuleStates& rules) {
  const std::vector<RuleState>& states = rules.states();
  work_.clear();
  for (std::uint32_t i = 0; i < states.size(); ++i) {
    if (relevant_[i])
      work_.push_back(i);
  }
  while (!work_.empty()) {
    const plan::Rule& rule = plan_.rules[states[work_.back()].rule];
    work_.pop_back();
    for (std::uint32_t overrider : rule.overriders) {
      const RuleState* state = rules.Find(overrider);
      if (state == nullptr || !state->undecided())
        continue;
      const auto index = static_cast<std::uint32_t>(state - states.data());
      if (relevant_[index])
        continue;
      relevant_[index] = true;
      work_.push_back(index);
    }
  }
}

}  // namespace lq::engine
