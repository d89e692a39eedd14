#pragma once

#include <string>
#include <vector>

namespace lq::tool {

int RunMap(const std::vector<std::string>& words);

}  // namespace lq::tool
