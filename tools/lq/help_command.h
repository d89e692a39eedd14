#pragma once

#include <string>
#include <vector>

namespace lq::tool {

int RunHelp(const std::vector<std::string>& words);

}  // namespace lq::tool
