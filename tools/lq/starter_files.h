#pragma once

#include <span>
#include <string_view>

namespace lq::tool {

// One file of examples/starter, taken in at build time: what `lq init` writes.
struct StarterFile {
  // Within the package: ".github/workflows/lq.yml".
  std::string_view path;
  std::string_view text;
};

// Sorted by path.
std::span<const StarterFile> AllStarterFiles();

}  // namespace lq::tool
