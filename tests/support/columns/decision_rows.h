#pragma once

#include <cstdint>
#include <string>

#include "runtime/batch/arrow_c_data.h"
#include "runtime/plan/plan.h"
#include "runtime/record/decision.h"

namespace lq::test {

// A row of exported decisions as text, read by the C data interface alone.
std::string PrintedRow(const ArrowSchema& schema, const ArrowArray& decisions, std::int64_t row);

// What that text is for a decision by the plan.
std::string PrintedDecision(const plan::Plan& plan, const Decision& decision);

}  // namespace lq::test
