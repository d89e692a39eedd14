#pragma once

#include <string_view>
#include <vector>

#include "compiler/check/context.h"

namespace lq::check {

// The names that contents of the unit bear, each once, in the order of program.content.
std::vector<std::string_view> ContentNames(const syntax::Unit& unit);

}  // namespace lq::check
