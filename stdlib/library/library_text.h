#pragma once

#include <span>
#include <string_view>

namespace lq::stdlib {

// One file of this folder, taken in at build time.
struct LibraryText {
  std::string_view name;
  std::string_view text;
};

// Sorted by name.
std::span<const LibraryText> AllLibraryTexts();

}  // namespace lq::stdlib
