#include "compiler/eval/candidates.h"

#include <algorithm>

namespace lq::eval {
namespace {

// The weakest outcome among the rule's own and those of the rules that override it and are not F'.
std::uint32_t SureDownTo(const ir::Program& program, const Rules& rules, std::uint32_t rule) {
  std::uint32_t weakest = program.rules[rule].outcome;
  for (const std::uint32_t overrider : rules.overriders[rule]) {
    if (!rules.standings[overrider].out) {
      weakest = std::max(weakest, program.rules[overrider].outcome);
    }
  }
  return weakest;
}

// Where the walk ends: the first outcome that some rule is sure down to.
std::uint32_t LastOutcome(const ir::Program& program, const Rules& rules) {
  std::uint32_t last = static_cast<std::uint32_t>(program.outcomes.size()) - 1;
  for (std::uint32_t rule = 0; rule < program.rules.size(); ++rule) {
    if (rules.standings[rule].truth.holds) {
      last = std::min(last, SureDownTo(program, rules, rule));
    }
  }
  return last;
}

// Whether some rule choosing the outcome passes the test.
template <typename Test>
bool SomeRule(const ir::Program& program, const Rules& rules, std::uint32_t outcome, Test test) {
  for (std::uint32_t rule = 0; rule < program.rules.size(); ++rule) {
    if (program.rules[rule].outcome == outcome && test(rules.standings[rule])) {
      return true;
    }
  }
  return false;
}

// The strongest candidate with a rule that is T and not F', else `otherwise`.
std::uint32_t Proposed(const ir::Program& program, const Rules& rules,
                       const std::vector<std::uint32_t>& candidates) {
  for (const std::uint32_t outcome : candidates) {
    if (SomeRule(program, rules, outcome, [](const Standing& rule) { return rule.stands(); })) {
      return outcome;
    }
  }
  return program.otherwise_outcome;
}

}  // namespace

bool Candidates::has(std::uint32_t outcome) const {
  return std::find(outcomes.begin(), outcomes.end(), outcome) != outcomes.end();
}

Candidates FindCandidates(const ir::Program& program, const Rules& rules) {
  Candidates candidates;
  const std::uint32_t last = LastOutcome(program, rules);
  for (std::uint32_t outcome = 0; outcome < program.outcomes.size(); ++outcome) {
    const bool by_rule =
        outcome <= last &&
        SomeRule(program, rules, outcome, [](const Standing& rule) { return !rule.out; });
    const bool by_otherwise = outcome == program.otherwise_outcome && !rules.some_holds();
    if (by_rule || by_otherwise) {
      candidates.outcomes.push_back(outcome);
    } else if (SomeRule(program, rules, outcome, [](const Standing& rule) { return rule.fires; })) {
      candidates.overruled.push_back(outcome);
    }
  }
  candidates.proposed = Proposed(program, rules, candidates.outcomes);
  return candidates;
}

}  // namespace lq::eval
