#pragma once

#include <string_view>

#include "runtime/value/type.h"

namespace lq {

// The word of the language for a kind, with its article: "a percent".
std::string_view KindText(TypeKind kind);

}  // namespace lq
