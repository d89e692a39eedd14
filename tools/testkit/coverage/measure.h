#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace lq::testkit {

// What coverage counts, each in objectives: things that some test can reach.
enum class Measure : std::uint8_t {
  kRule,          // a rule fires, does not fire, cannot be told, decides
  kCondition,     // a comparison holds, does not hold, cannot be told
  kMcdc,          // a comparison turns its rule alone (unique cause)
  kBoundary,      // a value on, just below and just above what a comparison names
  kReason,        // an outcome for a reason
  kEvidence,      // both arms
  kRow,           // a row of a value table, a hit and a miss of a lookup
  kGuard,         // a guard holds a decision back, and lets one pass
  kParameter,     // each period of a dated parameter
  kContent,       // a text in each language
  kThreePerRule,  // a happy, an edge and a negative test of each rule
  kSource,        // a mapping gives a value, nothing, an error; each place and arm of it
};
inline constexpr std::uint8_t kMeasures = 12;

// As `--require` and the reports name it: "rule", "mcdc", "three-per-rule".
std::string_view MeasureName(Measure measure);
// For a person: "each comparison holds, does not hold, cannot be told".
std::string_view MeasureMeaning(Measure measure);
// Nothing when no measure is called so.
std::optional<Measure> FindMeasure(std::string_view name);

}  // namespace lq::testkit
