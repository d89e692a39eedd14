#pragma once

#include <string>

#include "compiler/ir/test_suite.h"

namespace lq::testkit {

// "confidence at least 70%", "score fit between 5 and 7": what is expected of a confidence, of a
// score.
std::string ConfidenceBounds(const ir::Expectation& expectation);
std::string ScoreBounds(const ir::Program& program, const ir::Expectation& expectation);

}  // namespace lq::testkit
