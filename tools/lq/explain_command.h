#pragma once

#include <string>
#include <vector>

namespace lq::tool {

int RunExplain(const std::vector<std::string>& words);

}  // namespace lq::tool
