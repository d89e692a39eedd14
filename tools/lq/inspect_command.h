#pragma once

#include <string>
#include <vector>

namespace lq::tool {

// lq inspect POLICY: what a policy consists of, and its picture.
int RunInspect(const std::vector<std::string>& words);

}  // namespace lq::tool
