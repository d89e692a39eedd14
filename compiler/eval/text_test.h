#pragma once

#include <string_view>

#include "compiler/eval/value_test.h"

namespace lq::eval {

// Simple Unicode case folding.
bool SameIgnoringCase(std::string_view a, std::string_view b);

// `contains`, `starts with`, `ends with`: any of the constants.
bool PassesTextTest(const ValueTest& test, std::string_view text);

// The whole text.
bool MatchesPattern(Situation& situation, const ir::Cond& cond, std::string_view text);

}  // namespace lq::eval
