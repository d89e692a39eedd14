#pragma once

#include <span>

#include "stdlib/row/function_row.h"

namespace lq::stdlib {

// prefix, suffix, lower, trim, words, length
std::span<const Function> TextFunctions();

}  // namespace lq::stdlib
