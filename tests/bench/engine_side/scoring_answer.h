#pragma once

#include <string_view>

#include "runtime/record/decision.h"
#include "tests/bench/scoring/answer.h"

namespace lq::bench {

// What a record of lead_scoring.lq says. `fired` has the rules of the proposed outcome alone: a
// record names no others.
Answer AnswerOf(const Decision& decision);

// The place in the enum Outcome.
std::uint8_t OutcomePlace(std::string_view outcome);
// The bit of Answer::fired.
std::uint16_t RuleBit(std::string_view rule);

}  // namespace lq::bench
