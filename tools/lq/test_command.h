#pragma once

#include <string>
#include <vector>

namespace lq::tool {

// `lq test`
int RunTest(const std::vector<std::string>& words);

}  // namespace lq::tool
