#pragma once

#include <vector>

#include "compiler/check/context.h"

namespace lq::check {

// context.readers such that each comes after all that it names. Those that read themselves, however
// indirectly, are reported, marked broken and left out.
std::vector<const Reader*> ReadingOrder(Context& context);

}  // namespace lq::check
