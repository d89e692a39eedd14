#pragma once

#include <string>
#include <string_view>

namespace lq {

// Appends `text` as a JSON string: `"`, `\` and control characters escaped, everything else as it
// is (UTF-8).
void AppendJsonText(std::string_view text, std::string& out);

}  // namespace lq
