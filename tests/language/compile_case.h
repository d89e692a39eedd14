#pragma once

#include "compiler/include/lq/compile.h"
#include "tests/support/package/memory_files.h"
#include "tests/support/sections.h"

namespace lq::test {

// Compiles the case's last unit with the other sections as its package.
std::unique_ptr<Compilation> CompileCase(const CaseFile& golden);

// The rendered diagnostics, empty when there were none.
std::string Messages(const Compilation& compilation);

}  // namespace lq::test
