#pragma once

#include <span>

#include "stdlib/row/conversion_row.h"
#include "stdlib/row/function_row.h"

namespace lq::stdlib {

// domain, local_part, registrable_domain, calling_code
std::span<const Function> AddressFunctions();
// website_domain
std::span<const Conversion> AddressConversions();

}  // namespace lq::stdlib
