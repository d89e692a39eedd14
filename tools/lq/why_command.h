#pragma once

#include <string>
#include <vector>

namespace lq::tool {

// lq why POLICY --lead FILE: explains one decision.
int RunWhy(const std::vector<std::string>& words);

}  // namespace lq::tool
