#pragma once

#include <llvm/IR/Module.h>

#include "runtime/engine/kernel.h"

namespace lq::jit {

// Adds the function `judge_columns` of engine::NativeEntries, 64 leads at a time. False when the
// kernel has too many verdicts for its tables. `permutes_bytes`: the processor looks up bytes in
// tables of 64 with one instruction (AVX-512 VBMI).
bool EmitColumns(const engine::Kernel& kernel, bool permutes_bytes, llvm::Module& module);

}  // namespace lq::jit
