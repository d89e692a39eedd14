#pragma once

#include <memory>
#include <string>

#include "compiler/include/lq/compile.h"
#include "tools/lq/disk_files.h"

namespace lq::tool {

// Compiles the unit in `path` and prints what there is to say about it. Null, with the status to
// end with, when it cannot be read or has an error.
std::unique_ptr<Compilation> CompileFile(DiskFiles& files, const std::string& path, int& status);

// What the messages of a compilation make of the status: kUsage when a file that it needs cannot be
// read, kFindings with another error.
int StatusOf(const Diagnostics& diagnostics);

}  // namespace lq::tool
