#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "runtime/bundle/bundle.h"
#include "runtime/engine/kernel.h"
#include "runtime/native/native_code.h"

namespace lq {

// Why an engine without a kernel has no native code.
inline constexpr std::string_view kNoKernel =
    "the policy has more than native code takes: 64 conditions of rules, evidence and guards "
    "together, and 16,384 confidences that evidence makes of its outcomes";

// Of the native code in a bundle, the best that this processor runs and that was made from this
// kernel. Null, with `problem`, when there is none or when it cannot be loaded. Whoever calls this
// trusts who wrote the bundle.
std::shared_ptr<const NativeCode> LoadBundled(const engine::Kernel& kernel,
                                              std::span<const bundle::NativePart> parts,
                                              std::string& problem);

}  // namespace lq
