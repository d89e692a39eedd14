#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <utility>

#include "compiler/eval/evaluate.h"

namespace re2 {
class RE2;
}

namespace lq::eval {

// Both ends inclusive.
struct Interval {
  std::int64_t low = 0;
  std::int64_t high = 0;
};

// What a guard may read of a determined decision.
struct Proposal {
  std::uint32_t outcome = 0;
  // Per mille.
  Interval confidence;
  // Whole points.
  Interval tension;
};

// One decision in the making: what it depends on, and what has been worked out so far.
struct Situation {
  const ir::Program& program;
  const Lead& lead;
  const OracleInputs& inputs;
  // Owns the values that are worked out.
  Arena& arena;
  // Set while guards are asked.
  const Proposal* proposal = nullptr;
  // Of derived values, scores, tables and lookups, by what they are and their index.
  std::map<std::pair<ir::ExprOp, std::uint32_t>, Possible> named_values = {};
  // By index in program.patterns, and whether case is ignored.
  std::map<std::pair<std::uint32_t, bool>, std::shared_ptr<const re2::RE2>> patterns = {};
};

}  // namespace lq::eval
