#include "runtime/value/log_odds.h"

#include <algorithm>
#include <array>

namespace lq {
namespace {

constexpr std::array<std::int32_t, 999> kLogOdds = {
#include "runtime/value/log_odds_table.inc"
};

}  // namespace

std::int32_t LogOdds(std::int32_t per_mille) {
  return kLogOdds[static_cast<std::size_t>(per_mille - 1)];
}

std::int32_t ConfidenceOf(std::int64_t points) {
  const auto above = std::lower_bound(kLogOdds.begin(), kLogOdds.end(), points);
  if (above == kLogOdds.begin()) {
    return 1;
  }
  if (above == kLogOdds.end()) {
    return 999;
  }
  const auto upper = static_cast<std::int32_t>(above - kLogOdds.begin()) + 1;
  const std::int64_t to_upper = LogOdds(upper) - points;
  const std::int64_t to_lower = points - LogOdds(upper - 1);
  if (to_upper != to_lower) {
    return to_upper < to_lower ? upper : upper - 1;
  }
  return upper > 500 ? upper - 1 : upper;
}

}  // namespace lq
