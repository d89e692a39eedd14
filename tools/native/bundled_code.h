#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "runtime/bundle/bundle.h"

namespace lq::tool {

// What native code in a bundle can be made for: this machine's processor, and levels of x86-64.
inline constexpr const char* kBundledProcessors[] = {"host", "x86-64-v2", "x86-64-v3", "x86-64-v4"};

// Native code for a plan, for each of these processors. Nothing, with `problem`, when it cannot be
// made here, or not for this plan.
std::optional<std::vector<bundle::NativePart>> CompileForBundle(
    const std::shared_ptr<const plan::Plan>& plan, const std::vector<std::string>& processors,
    std::string& problem);

}  // namespace lq::tool
