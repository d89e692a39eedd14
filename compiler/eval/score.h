#pragma once

#include <string_view>
#include <vector>

#include "compiler/eval/situation.h"

namespace lq::eval {

// The interval of the items' sums, clamped at both ends.
Interval ScoreInterval(Situation& situation, const ir::Score& score);

// The codes of the items that hold, by |points| descending, then code, each once.
std::vector<std::string_view> ScoreCodes(Situation& situation, const ir::Score& score);

}  // namespace lq::eval
