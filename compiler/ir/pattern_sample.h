#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lq::ir {

// A few short texts that a pattern (RE2 syntax) may match, made from its literals: alternatives in
// turn, repetitions as few times as allowed, one character for a class. Best effort: a text may
// fail to match.
std::vector<std::string> PatternSamples(std::string_view regex);

}  // namespace lq::ir
