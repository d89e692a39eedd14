#pragma once

#include <cstdint>

#include "runtime/record/decision.h"

namespace lq {

// The heart of a decision, as numbers, without its record: what Decider::Judge gives. It agrees
// with the Decision of the same lead in every member. Two machine words: a function returns it in
// registers.
struct Verdict {
  Status status = Status::kSettled;
  // Index of Plan::outcomes: Decision::proposed, which a settled lead's outcome is. 0 for a
  // rejected lead.
  std::uint16_t proposed = 0;
  // Per mille, 1 to 999; 0 for a rejected lead.
  std::int16_t confidence = 0;
  std::int16_t ceiling = 0;
  // The rules that hold and that nothing overrides, as bits that Engine::RulesOf reads. Good until
  // the decider's next call; null for a rejected lead.
  const std::uint64_t* fired = nullptr;
};

static_assert(sizeof(Verdict) == 16);

}  // namespace lq
