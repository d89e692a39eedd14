#include "tools/testkit/coverage/measure.h"

#include <algorithm>
#include <array>

namespace lq::testkit {
namespace {

constexpr std::array<std::string_view, kMeasures> kNames = {
    "rule", "condition", "mcdc",      "boundary", "reason",         "evidence",
    "row",  "guard",     "parameter", "content",  "three-per-rule", "source"};

}  // namespace

std::string_view MeasureName(Measure measure) { return kNames[static_cast<std::size_t>(measure)]; }

std::optional<Measure> FindMeasure(std::string_view name) {
  const auto* found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) {
    return std::nullopt;
  }
  return static_cast<Measure>(found - kNames.begin());
}

}  // namespace lq::testkit
