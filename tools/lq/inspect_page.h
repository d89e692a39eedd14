#pragma once

#include <string>

#include "compiler/inspect/inspection.h"

namespace lq::tool {

// What a policy consists of, for a person, and as one JSON document with a version.
std::string InspectText(const ir::Program& program, const Inspection& inspection);
std::string InspectJson(const ir::Program& program, const Inspection& inspection);

}  // namespace lq::tool
