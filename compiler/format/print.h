#pragma once

#include <string>

#include "compiler/format/sheet.h"

namespace lq::format {

// The text of a sheet that is filled in.
std::string Print(const Sheet& sheet);

}  // namespace lq::format
