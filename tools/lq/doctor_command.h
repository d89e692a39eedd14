#pragma once

#include <string>
#include <vector>

namespace lq::tool {

int RunDoctor(const std::vector<std::string>& words);

}  // namespace lq::tool
