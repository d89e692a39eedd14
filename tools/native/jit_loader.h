#pragma once

#include <string>

#include "compiler/jit/library/jit_library.h"

namespace lq::tool {

// Where liblq_jit.so lies: beside the program, or where an installation has it. Empty when it is at
// neither place.
std::string JitLibraryPath();

// What makes native code; loaded by the first call, for as long as the process lives. Null, with
// `problem`, when it is not there or needs what is not there.
const JitLibrary* LoadJitLibrary(std::string& problem);

}  // namespace lq::tool
