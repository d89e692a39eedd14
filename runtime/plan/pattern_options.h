#pragma once

#include <cstdint>

#include <re2/re2.h>

namespace lq::plan {

// How RE2 compiles a plan's patterns, for whoever verifies and whoever matches them. It may use so
// many bytes for each, while it matches, too: several times what the language allows a pattern.
inline re2::RE2::Options PatternOptions(bool ignoring_case) {
  constexpr std::int64_t kMostMemory = std::int64_t{1} << 18;
  re2::RE2::Options options(re2::RE2::Quiet);
  options.set_max_mem(kMostMemory);
  options.set_never_capture(true);
  options.set_case_sensitive(!ignoring_case);
  return options;
}

}  // namespace lq::plan
