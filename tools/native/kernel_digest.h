#pragma once

#include <string>

#include "runtime/engine/kernel.h"

namespace lq::tool {

// Everything that a kernel holds, and how kernels and images are laid out, in few bytes: code of a
// kernel with another digest must not be run for it.
std::string KernelDigest(const engine::Kernel& kernel);

}  // namespace lq::tool
