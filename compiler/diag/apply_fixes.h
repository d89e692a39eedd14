#pragma once

#include <string>
#include <string_view>

#include "compiler/diag/diagnostic.h"

namespace lq {

// The text of a file with the certain fixes of its diagnostics made; of two that touch the same
// bytes the earlier one.
std::string ApplyFixes(std::string_view text, const Diagnostics& diagnostics, FileId file);

}  // namespace lq
