#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "runtime/value/type.h"

namespace lq::plan {

// One field of the canonical lead, as intake needs it.
struct SchemaField {
  // "company.size": a path in the JSON object.
  std::string path;
  Type type;
  bool required = false;
  // `if invalid treat as missing`
  bool invalid_is_missing = false;
  // `if sources disagree keep both` (otherwise: trust the first of `sources` with a fresh report).
  bool keep_both = false;
  // Best first; empty: any source may report, all count alike.
  std::vector<std::string> sources;
  // `stale after N days`
  std::optional<std::int64_t> stale_after_days;
  // Empty without `ask`.
  std::string question;
};

// What intake reads a lead by. Field order is the order of Lead::fields.
struct LeadSchema {
  std::string name;
  std::int64_t version = 0;
  std::vector<SchemaField> fields;
  // `other fields rejected`
  bool reject_unknown = false;
  // Owns the enums that the fields' types point to.
  std::vector<std::shared_ptr<const Enum>> enums;
};

}  // namespace lq::plan
