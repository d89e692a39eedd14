#pragma once

#include "compiler/check/context.h"

namespace lq::check {

// language.md, section 11.
// Also of the rows of one value table (decision 0041).
inline constexpr std::size_t kMaxRules = 10'000;
inline constexpr std::size_t kMaxEvidence = 1'024;
inline constexpr std::size_t kMaxLookupRows = 100'000;

// "the policy has more than 1,024 evidence items"; `span` is the first one too many.
void ReportTooMany(Context& context, Span span, std::size_t limit, std::string_view what);

// An integer with thousands apart: "100,000".
std::string CountText(std::size_t count);

}  // namespace lq::check
