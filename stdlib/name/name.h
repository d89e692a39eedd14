#pragma once

#include <span>

#include "stdlib/row/conversion_row.h"

namespace lq::stdlib {

// country_name, language_name
std::span<const Conversion> NameConversions();

}  // namespace lq::stdlib
