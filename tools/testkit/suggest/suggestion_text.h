#pragma once

#include <string>
#include <vector>

#include "runtime/record/decision.h"
#include "tools/testkit/suggest/suggest.h"

namespace lq::testkit {

// A test to paste: what it reaches as its title, the lead from the nearest fixture, and what came
// of it. `decision` was made of its lead.
std::string SuggestionText(const Coverage& coverage, const std::vector<ir::Fixture>& fixtures,
                           const Suggestion& suggestion, const Decision& decision);

}  // namespace lq::testkit
