#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "runtime/bundle/bundle.h"

namespace lq::tool {

// Whether a path is meant as a bundle: it ends with .lqb.
bool IsBundlePath(std::string_view path);

// What a bundle holds. Nothing, after a report, when it cannot be used.
std::optional<bundle::Bundle> ReadBundleFile(const std::string& path);

// Tells that `what` needs the text that a bundle does not have.
void ReportNeedsText(std::string_view path, std::string_view what);

}  // namespace lq::tool
