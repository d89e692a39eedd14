#pragma once

#include <string>
#include <string_view>

namespace lq::tool {

// What turns one text of a file into another, as `diff -u` prints it and `patch` reads it.
std::string UnifiedDiff(const std::string& path, std::string_view before, std::string_view after);

}  // namespace lq::tool
