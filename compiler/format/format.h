#pragma once

#include <string>
#include <string_view>

#include "compiler/syntax/side_table.h"
#include "compiler/syntax/unit.h"

namespace lq::format {

// No line is longer that could be broken.
constexpr std::size_t kLineWidth = 120;

// The canonical text of a unit that was parsed without errors: every token and every comment of
// `text` in its order, white space aside. What that gives is formatted: it comes back as it is.
std::string Format(std::string_view text, const syntax::Unit& unit, const syntax::SideTable& side);

}  // namespace lq::format
