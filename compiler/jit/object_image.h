#pragma once

#include <string>

#include <llvm/Support/MemoryBufferRef.h>

namespace lq::jit {

// A native image of an object file's code and read-only data, with everything in it that points to
// somewhere else in it worked out. Empty, with `problem`, when it points outside.
std::string MakeImage(llvm::MemoryBufferRef object, std::string& problem);

}  // namespace lq::jit
