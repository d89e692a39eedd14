#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include "runtime/plan/lead_schema.h"
#include "runtime/value/arena.h"
#include "runtime/value/possible.h"

namespace lq::intake {

// What one source says of a field, when it says something.
struct Report {
  // Counts as the oldest and never goes stale.
  static constexpr std::int64_t kNoTime = std::numeric_limits<std::int64_t>::min();

  Possible possible;
  // Empty: the report names none.
  std::string_view source;
  // UTC milliseconds.
  std::int64_t at = kNoTime;
  // Place of the source among the field's `sources`; 0 when it declares none.
  std::uint32_t rank = 0;
};

// Weighs the reports on one field against each other (language.md, section 3).
class ReportWeighing {
 public:
  // What stays possible; missing when no report is left. Reorders `reports`.
  Possible Weigh(const plan::SchemaField& field, std::span<Report> reports, std::int64_t as_of,
                 Arena& arena);

 private:
  Possible Merge(const Type& type, std::span<const Report> reports, Arena& arena);
  Possible MergeValues(const Type& type, std::span<const Report> reports, Arena& arena);

  std::vector<Value> values_;
};

}  // namespace lq::intake
