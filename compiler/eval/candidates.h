#pragma once

#include <cstdint>
#include <vector>

#include "compiler/eval/rules.h"

namespace lq::eval {

struct Candidates {
  // Indices of outcomes, strongest first; at least one.
  std::vector<std::uint32_t> outcomes;
  // What stands on what is known.
  std::uint32_t proposed = 0;
  // No candidates, though a rule of theirs fires; strongest first.
  std::vector<std::uint32_t> overruled;

  bool determined() const { return outcomes.size() == 1; }
  bool has(std::uint32_t outcome) const;
};

Candidates FindCandidates(const ir::Program& program, const Rules& rules);

}  // namespace lq::eval
