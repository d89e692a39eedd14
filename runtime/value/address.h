#pragma once

#include <optional>
#include <string_view>

#include "runtime/value/arena.h"

namespace lq {

// The normal form (language.md, section 3, "Addresses"), or nothing when the text (valid UTF-8) is
// not one. What is normal already comes back as `text` itself, without a copy. Local part as typed
// (in form C), domain lower-cased as A-labels (UTS 46).
std::optional<std::string_view> NormalizeEmail(std::string_view text, Arena& arena);
// At least two labels of letters, digits and hyphens; lower-cased A-labels.
std::optional<std::string_view> NormalizeDomain(std::string_view text, Arena& arena);
// E.164: `+`, then 7 to 15 digits not beginning with 0; spaces and `().-` dropped.
std::optional<std::string_view> NormalizePhone(std::string_view text, Arena& arena);

}  // namespace lq
