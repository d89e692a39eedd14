#pragma once

#include "compiler/eval/rules.h"
#include "compiler/eval/situation.h"
#include "compiler/explain/explanation.h"

namespace lq::explain {

// The base of an outcome, then every piece of evidence about it that may count, then what caps of
// groups take away.
ConfidenceSum SumOf(eval::Situation& situation, const eval::Rules& rules, std::uint32_t outcome);

}  // namespace lq::explain
