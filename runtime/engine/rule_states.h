#pragma once

#include <cstdint>
#include <vector>

#include "runtime/engine/evaluation.h"

namespace lq::engine {

// A rule that is not ruled out by its own condition (language.md, section 7, "Overrides").
struct RuleState {
  std::uint32_t rule = 0;
  // T: its condition holds.
  bool holds = false;
  // F': ruled out, here because something that holds overrides it.
  bool out = false;
  // T': it holds, and everything that overrides it is ruled out.
  bool chosen = false;
  // Where it holds: the weakest outcome it is sure down to.
  std::uint32_t sure = 0;

  // Neither T' nor F'.
  bool undecided() const { return !chosen && !out; }
};

// The rules of one decision: which stand, which are overridden, and which outcomes could win.
class RuleStates {
 public:
  explicit RuleStates(const plan::Plan& plan);

  void Run(Evaluation& evaluation);

  // Rules not ruled out by their conditions, in the plan's order (strongest outcome first).
  const std::vector<RuleState>& states() const { return states_; }
  // Null for a rule that its condition rules out.
  const RuleState* Find(std::uint32_t rule) const;
  // Some rule is T.
  bool any_holds() const { return any_holds_; }
  // Outcomes that could win, strongest first.
  const std::vector<std::uint32_t>& candidates() const { return candidates_; }

 private:
  void Collect(Evaluation& evaluation);
  void AddTerm(std::uint32_t rule, Truth truth);
  void ApplyAssume();
  void ApplyOverrides(const EngineTables& tables);
  void ApplyOverriders(RuleState& state);
  bool Defeats(std::uint32_t overrider, const plan::Rule& rule) const;
  void ApplyFirstTables();
  void ApplyFirstTable(std::size_t begin, std::size_t end);
  void FindCandidates();

  const plan::Plan& plan_;
  std::vector<RuleState> states_;
  // By rule: index in states_, kNone without one.
  std::vector<std::uint32_t> state_of_;
  // Indices of states_: the overridden, overriders first; the rows of `hit first` tables, by table
  // and row.
  std::vector<std::uint32_t> overridden_;
  std::vector<std::uint32_t> rows_;
  std::vector<bool> open_outcomes_;
  std::vector<std::uint32_t> candidates_;
  bool any_holds_ = false;
};

}  // namespace lq::engine
