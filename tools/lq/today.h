#pragma once

#include <cstdint>
#include <string>

namespace lq::tool {

// The day that `--today` names, the clock's when `text` is empty. False when it is no date, which
// is reported.
bool ReadToday(const std::string& text, std::int64_t& today);

}  // namespace lq::tool
