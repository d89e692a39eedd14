#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace lq::bundle {

// What a section holds, by its number in the file.
enum class SectionKind : std::uint32_t {
#define LQ_SECTION(name, number, text, needed) k##name = number,
#include "runtime/bundle/sections.def"
#undef LQ_SECTION
};

struct SectionRow {
  SectionKind kind;
  std::string_view name;
  // A reader that does not know it cannot decide by the bundle.
  bool needed;
};

// In the order in which they stand in the file.
inline constexpr std::array kSections = {
#define LQ_SECTION(name, number, text, needed) SectionRow{SectionKind::k##name, text, needed},
#include "runtime/bundle/sections.def"
#undef LQ_SECTION
};

}  // namespace lq::bundle
