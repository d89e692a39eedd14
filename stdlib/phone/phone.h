#pragma once

#include <span>

#include "stdlib/row/conversion_row.h"

namespace lq::stdlib {

// phone_number_in
std::span<const Conversion> PhoneConversions();

}  // namespace lq::stdlib
