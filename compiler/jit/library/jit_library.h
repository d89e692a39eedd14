#pragma once

#include <cstdint>
#include <string>

#include "runtime/engine/kernel.h"
#include "runtime/native/kernel_digest.h"

// liblq_jit.so: what makes native code, and needs LLVM for it. A program does not link it, but
// loads it on first need: LLVM costs every process that maps it.
namespace lq {

struct JitLibrary {
  // Says how kernels and images look: a library of another layout must not be called.
  static constexpr std::uint32_t kLayout = kKernelLayout;

  std::uint32_t layout = kLayout;
  // "19.1.7"
  const char* llvm = nullptr;
  // What this machine's processor is called: "znver5".
  std::string (*processor)() = nullptr;
  // Native code of a kernel as an image, for this machine's processor or for one that LLVM knows by
  // name, such as "x86-64-v3". Empty, with `problem`, when it cannot be made.
  std::string (*compile)(const engine::Kernel& kernel, const char* processor,
                         std::string& problem) = nullptr;
  // For `compile`: this machine's own.
  static constexpr const char* kHost = "host";
};

using JitLibraryEntry = const JitLibrary* (*)();
inline constexpr const char* kJitLibraryEntry = "lq_jit_library";
inline constexpr const char* kJitLibraryFile = "liblq_jit.so";

}  // namespace lq
