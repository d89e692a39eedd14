#pragma once

#include <cstdint>

namespace lq {

// Thousandths of a point (a point is a deciban). L[p] = round(10000 log10(p / (1000 - p))), halves
// away from zero; per_mille from 1 to 999. language.md, section 7, "Confidence".
std::int32_t LogOdds(std::int32_t per_mille);

// The p whose L[p] is nearest to `points`, ties toward 500; below L[1] it is 1, above L[999] it is
// 999.
std::int32_t ConfidenceOf(std::int64_t points);

}  // namespace lq
