#pragma once

#include <string>
#include <vector>

namespace lq::tool {

int RunDecide(const std::vector<std::string>& words);

}  // namespace lq::tool
