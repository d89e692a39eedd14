#pragma once

#include <span>

#include "stdlib/row/function_row.h"

namespace lq::stdlib {

// year, month, weekday
std::span<const Function> DateFunctions();

}  // namespace lq::stdlib
