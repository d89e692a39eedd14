#pragma once

#include <cstdint>
#include <string>

#include "runtime/engine/kernel.h"
#include "runtime/native/native_image.h"

namespace lq {

// Says how kernels and images look to those who make native code and to those who run it.
inline constexpr std::uint32_t kKernelLayout = (NativeImageHeader::kVersion << 16) +
                                               sizeof(engine::Kernel) + sizeof(engine::RowTables) +
                                               sizeof(engine::WinnerTables);

// Everything that a kernel holds, and how kernels and images are laid out, in few bytes: code of a
// kernel with another digest must not be run for it.
std::string KernelDigest(const engine::Kernel& kernel);

}  // namespace lq
