#pragma once

#include <memory>
#include <string>

#include "compiler/include/lq/compile.h"
#include "tools/lq/disk_files.h"

namespace lq::tool {

// A compiled policy: its `program` is set. Null, with the status to end with, when there is none
// (reported).
std::unique_ptr<Compilation> CompilePolicy(DiskFiles& files, const std::string& path, int& status);

}  // namespace lq::tool
