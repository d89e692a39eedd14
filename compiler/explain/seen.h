#pragma once

#include <vector>

#include "compiler/base/source.h"
#include "compiler/eval/situation.h"
#include "compiler/explain/explanation.h"

namespace lq::explain {

// The values that a comparison read: its left side with the fields below it, then what stands on
// its right by name.
std::vector<SeenValue> SeenBy(eval::Situation& situation, const SourceMap& sources,
                              const ir::Cond& cond);

}  // namespace lq::explain
