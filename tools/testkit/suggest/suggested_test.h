#pragma once

#include "runtime/record/decision.h"
#include "tools/testkit/suggest/suggest.h"

namespace lq::testkit {

// A test of a suggestion: what it reaches as its title, its lead, and what came of it: `decision`
// was made of the lead.
ir::Test SuggestedTest(const Coverage& coverage, const Suggestion& suggestion,
                       const Decision& decision);

}  // namespace lq::testkit
