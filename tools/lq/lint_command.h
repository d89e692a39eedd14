#pragma once

#include <string>
#include <vector>

namespace lq::tool {

int RunLint(const std::vector<std::string>& words);

}  // namespace lq::tool
