#pragma once

#include "compiler/check/context.h"
#include "compiler/ir/test_suite.h"

namespace lq::check {

// What a test expects of a decision: names are known, bounds are in range. Appends what was right.
void CheckExpectation(Context& context, const syntax::Expectation& expectation,
                      std::vector<ir::Expectation>& expectations);

// The codes of a cell `because`: they are among the reasons.
void CheckBecause(Context& context, const syntax::Expectation& codes,
                  std::vector<ir::Expectation>& expectations);

}  // namespace lq::check
