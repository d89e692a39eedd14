#pragma once

#include <span>

#include "stdlib/row/function_row.h"

namespace lq::stdlib {

// min_of, max_of, abs
std::span<const Function> NumberFunctions();

}  // namespace lq::stdlib
