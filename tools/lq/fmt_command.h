#pragma once

#include <string>
#include <vector>

namespace lq::tool {

int RunFmt(const std::vector<std::string>& words);

}  // namespace lq::tool
