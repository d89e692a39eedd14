#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lq::test {

// A text without mistakes with other white space, and comments wherever one may stand; the same for
// the same seed.
std::string Mess(std::string_view text, std::uint64_t seed);

// The text with some tokens left out, doubled or in the place of others: seldom without mistakes.
std::string Shaken(std::string_view text, std::uint64_t seed);

}  // namespace lq::test
