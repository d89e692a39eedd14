#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "runtime/value/arena.h"
#include "runtime/value/lead.h"
#include "runtime/value/possible.h"
#include "runtime/value/type.h"

namespace lq {

enum class Status : std::uint8_t { kSettled, kUndecided, kDoubtful, kRejected };

// Where a reason comes from; written "rule x", "table t row 2", "otherwise", "evidence e", "guard
// g".
enum class ReasonFrom : std::uint8_t { kRule, kTableRow, kOtherwise, kEvidence, kGuard };

struct Reason {
  std::string_view code;
  // Thousandths of a point.
  std::int32_t points = 0;
  ReasonFrom from = ReasonFrom::kRule;
  // Name of the rule, table, evidence or guard; empty for `otherwise`.
  std::string_view name;
  // kTableRow: from 1.
  std::uint32_t row = 0;
  // The reason's content in the decision's language; data() is null without one.
  std::string_view text;
};

struct CouldBecome {
  std::string_view outcome;
  // Per mille, 1 to 999.
  std::int32_t confidence = 0;
  std::int32_t ceiling = 0;
};

// One thing that held a determined decision back: what the outcome needs (per mille), or a guard.
struct HeldBy {
  std::int32_t needs = 0;
  // data() is null when it is the outcome's need.
  std::string_view guard;
};

struct AskEntry {
  std::string_view field;
  Cause cause = Cause::kMissing;
  // Thousandths of a point.
  std::int64_t gain = 0;
  // Empty without a declared question.
  std::string_view question;
};

struct ScoreResult {
  std::string_view name;
  std::int64_t low = 0;
  std::int64_t high = 0;
  // A range of Decision::score_codes: reason codes of the items that hold, in their final order.
  std::uint32_t first_code = 0;
  std::uint32_t code_count = 0;
};

struct OutputResult {
  std::string_view name;
  // Content outputs are kText. An output whose content has no text in this language has is_null
  // set.
  const Type* type = nullptr;
  Possible value;
  bool is_null = false;
};

struct ToggleState {
  std::string_view name;
  bool on = false;
};

// The decision record: everything that the JSON of language.md, section 7, says. Views point into
// the program or plan that decided, the lead, or `arena`. Reuse one object for many decisions:
// after a few it allocates nothing. All lists are in their final order.
struct Decision {
  std::string_view policy;
  std::int64_t version = 0;
  // "sha256:…"
  std::string_view hash;
  // data() is null when the lead bears no id.
  std::string_view lead;
  // UTC milliseconds.
  std::int64_t as_of = 0;
  Status status = Status::kSettled;
  std::string_view outcome;
  std::string_view proposed;
  // Per mille, 1 to 999.
  std::int32_t confidence = 0;
  std::int32_t ceiling = 0;
  // Whole points.
  std::int32_t tension = 0;
  // The outcome's content in the decision's language; data() is null without one.
  std::string_view text;
  std::vector<ToggleState> toggles;
  std::vector<Reason> reasons;
  std::vector<CouldBecome> could_become;
  std::vector<HeldBy> held_by;
  std::vector<std::string_view> overruled;
  std::vector<AskEntry> ask;
  std::vector<ScoreResult> scores;
  std::vector<std::string_view> score_codes;
  std::vector<OutputResult> outputs;
  // kRejected only.
  std::vector<FieldError> errors;
  Arena arena;

  void Clear() {
    text = {};
    toggles.clear();
    reasons.clear();
    could_become.clear();
    held_by.clear();
    overruled.clear();
    ask.clear();
    scores.clear();
    score_codes.clear();
    outputs.clear();
    errors.clear();
    arena.Reset();
  }
};

}  // namespace lq
