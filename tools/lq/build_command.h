#pragma once

#include <string>
#include <vector>

namespace lq::tool {

// lq build POLICY -o FILE.lqb: a checked policy as a bundle.
int RunBuild(const std::vector<std::string>& words);

}  // namespace lq::tool
