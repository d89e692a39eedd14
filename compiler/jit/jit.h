#pragma once

#include <string>

#include "runtime/engine/kernel.h"

namespace lq {

// Which processor native code is made for, in LLVM's words.
struct NativeTarget {
  // "znver5", "x86-64-v3".
  std::string cpu;
  // "+avx512f,-sse4a,…"; empty: what the processor's name says.
  std::string features;

  // This machine.
  static NativeTarget Host();
};

// Machine code for a kernel, as an image that NativeCode loads. Empty, with `problem`, where this
// LLVM cannot make it.
std::string CompileKernel(const engine::Kernel& kernel, const NativeTarget& target,
                          std::string& problem);

}  // namespace lq
