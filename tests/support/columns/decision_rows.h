#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "runtime/include/lq/arrow_c_data.h"
#include "runtime/plan/plan.h"
#include "runtime/record/decision.h"

namespace lq::test {

// A row of exported decisions as text, read by the C data interface alone.
std::string PrintedRow(const ArrowSchema& schema, const ArrowArray& decisions, std::int64_t row);

// What that text is for a decision by the plan.
std::string PrintedDecision(const plan::Plan& plan, const Decision& decision);
// The same for a verdict; `fired`: indices of Plan::rules.
std::string PrintedVerdict(const plan::Plan& plan, const Decision& decision,
                           std::span<const std::uint32_t> fired);

}  // namespace lq::test
