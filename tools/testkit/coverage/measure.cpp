#include "tools/testkit/coverage/measure.h"

#include <algorithm>
#include <array>

namespace lq::testkit {
namespace {

constexpr std::array<std::string_view, kMeasures> kNames = {
    "rule", "condition", "mcdc",      "boundary", "reason",         "evidence",
    "row",  "guard",     "parameter", "content",  "three-per-rule", "source"};

constexpr std::array<std::string_view, kMeasures> kMeanings = {
    "each rule fires, does not fire, cannot be told, decides",
    "each comparison holds, does not hold, cannot be told",
    "each comparison alone turns its rule",
    "a value on, just below and just above each limit",
    "each outcome for each of its reasons",
    "each piece of evidence holds, does not hold",
    "each row of a table gives its value",
    "each guard holds back, lets pass",
    "each period of a dated parameter",
    "each text in each language",
    "a happy, an edge and a negative test of each rule",
    "each mapping with a value, without one, with a wrong one",
};

}  // namespace

std::string_view MeasureMeaning(Measure measure) {
  return kMeanings[static_cast<std::size_t>(measure)];
}

std::string_view MeasureName(Measure measure) { return kNames[static_cast<std::size_t>(measure)]; }

std::optional<Measure> FindMeasure(std::string_view name) {
  const auto* found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) {
    return std::nullopt;
  }
  return static_cast<Measure>(found - kNames.begin());
}

}  // namespace lq::testkit
