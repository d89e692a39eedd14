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
    "the policy has more conditions than native code takes: at most 64, of rules, evidence and "
    "guards together, and at most 14 of the evidence about one outcome";

// Of the native code in a bundle, the best that this processor runs and that was made from this
// kernel. Null, with `problem`, when there is none or when it cannot be loaded. Whoever calls this
// trusts who wrote the bundle.
std::shared_ptr<const NativeCode> LoadBundled(const engine::Kernel& kernel,
                                              std::span<const bundle::NativePart> parts,
                                              std::string& problem);

}  // namespace lq
