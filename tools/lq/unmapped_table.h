#pragma once

#include <string>

#include "runtime/source/unmapped.h"

namespace lq::tool {

// What payloads held and their source neither maps nor ignores, for people: one row a name, the
// most frequent first, no more than fit a screen.
std::string UnmappedTable(const UnmappedNames& names);

}  // namespace lq::tool
