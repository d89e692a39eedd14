#pragma once

#include <string_view>

#include "compiler/parse/reporter.h"

namespace lq::parse {

constexpr std::size_t kMostBytes = std::size_t{4} << 20;
constexpr std::size_t kMostTokens = 1'000'000;
constexpr std::size_t kMostNesting = 64;
constexpr std::size_t kMostTerms = 5'000;

// What the parser must never see: broken UTF-8 and what is beyond a limit. Reports the first such
// thing and says whether the text may be parsed. Needs one pass over the bytes and no memory.
bool ScanText(std::string_view text, Reporter& reporter);

}  // namespace lq::parse
