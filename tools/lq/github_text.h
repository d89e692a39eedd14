#pragma once

#include <string>
#include <string_view>

namespace lq::tool {

// Text as a workflow command of GitHub takes it. `property`: within `file=…,line=…`.
std::string GithubText(std::string_view text, bool property);

}  // namespace lq::tool
