#pragma once

#include <string>
#include <vector>

#include "compiler/include/lq/compile.h"
#include "runtime/bundle/bundle.h"

namespace lq::tool {

// Where the statements of a compiled policy stand, file by file within the package that `path`
// belongs to: the same wherever the package lies.
std::vector<bundle::SourcePlace> PlacesOf(const Compilation& compilation, const std::string& path);

}  // namespace lq::tool
