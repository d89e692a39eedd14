#pragma once

#include <string>
#include <vector>

namespace lq::tool {

// lq schema POLICY: the canonical lead for other systems, or for people.
int RunSchema(const std::vector<std::string>& words);

}  // namespace lq::tool
