#pragma once

#include <string>
#include <vector>

namespace lq::tool {

// lq init [DIR]: a package to begin with.
int RunInit(const std::vector<std::string>& words);

}  // namespace lq::tool
