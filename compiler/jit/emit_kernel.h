#pragma once

#include <llvm/IR/Module.h>

#include "runtime/engine/kernel.h"

namespace lq::jit {

// Adds the functions `judge` and `sweep` of engine::NativeEntries for a kernel.
void EmitKernel(const engine::Kernel& kernel, llvm::Module& module);

}  // namespace lq::jit
