#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace lq {

// Why one lead got its decision, as plain data: what each condition saw, how each rule stands, and
// how the confidence adds up. Texts are as people wrote them, not made safe for any output yet.

enum class Answer : std::uint8_t { kHolds, kDoesNotHold, kCannotTell };

// One value that a comparison read: `technicians` is `25`.
struct SeenValue {
  std::string name;
  // `25`, `51 to 200`, `DE or AT`, `missing`.
  std::string value;
  // Why it has not one value: "stale", "sources disagree"; empty when there is nothing to add.
  std::string note;
};

// A condition as the policy writes it.
struct TraceNode {
  enum class Kind : std::uint8_t {
    // A leaf.
    kComparison,
    // A name from `define`; its condition is parts[0].
    kDefine,
    // Every one of, any one of, the opposite of `parts`.
    kAll,
    kAny,
    kNot,
  };
  Kind kind = Kind::kComparison;
  // A comparison, a define's name (with `not` before it where the policy has one); of lists and
  // `not` empty.
  std::string words;
  Answer answer = Answer::kCannotTell;
  // A comparison or define that the policy turns around: `is not`, `not NAME`. The answer is that
  // of the whole.
  bool negated = false;
  // The parts alone would leave it open, but the tests of one field count as one test.
  bool told_together = false;
  std::vector<SeenValue> saw;
  std::vector<TraceNode> parts;
};

// A `when` or an `unless`.
struct TraceClause {
  std::string keyword;
  TraceNode node;
};

// A rule, a row of a rules table, a piece of evidence, a guard or an item of a score.
struct StatementTrace {
  // As in a decision's `from`: "rule buyer", "table by_request row 2".
  std::string title;
  // "inbound.lq:62"
  std::string place;
  std::string reason;
  std::vector<TraceClause> clauses;
  // Of all clauses together, before any `if unknown assume …`.
  Answer answer = Answer::kCannotTell;
  // `if unknown assume …` decided: "yes" or "no".
  std::string assumed;
};

enum class RuleState : std::uint8_t {
  // Holds and chose the proposed outcome.
  kChose,
  // Holds, but its outcome is not the proposed one: a stronger one won, or what overrides it cannot
  // be told yet.
  kOutranked,
  // Holds, but what overrides it holds too.
  kOverridden,
  // Cannot be told.
  kOpen,
  kDoesNotFire,
};

struct RuleTrace {
  StatementTrace statement;
  std::string outcome;
  // Per mille.
  std::int32_t strength = 0;
  RuleState state = RuleState::kDoesNotFire;
  // Titles of the rules that override it and hold.
  std::vector<std::string> overridden_by;
};

// One line of a sum, in thousandths of a point. Both ends are the same when all can be told.
struct SumItem {
  std::string title;
  // The code of the arm that counted; may be empty.
  std::string reason;
  std::int64_t low = 0;
  std::int64_t high = 0;
};

// How the confidence in an outcome comes about.
struct ConfidenceSum {
  std::string outcome;
  std::vector<SumItem> items;
  std::int64_t low = 0;
  std::int64_t high = 0;
  // Per mille.
  std::int32_t confidence = 0;
  std::int32_t ceiling = 0;
};

struct EvidenceTrace {
  StatementTrace statement;
  std::string outcome;
  // Thousandths of a point that it counts.
  std::int64_t low = 0;
  std::int64_t high = 0;
};

struct GuardTrace {
  StatementTrace statement;
  bool held_back = false;
};

struct ScoreTrace {
  std::string name;
  std::int64_t low = 0;
  std::int64_t high = 0;
  std::int64_t begins_at = 0;
  struct Item {
    StatementTrace statement;
    std::int64_t points = 0;
  };
  std::vector<Item> items;
};

// Of a rejected lead everything is empty. Rules, evidence and guards are in the policy's order.
struct Explanation {
  std::vector<RuleTrace> rules;
  // Of the proposed outcome and of everything that the decision could become, strongest first.
  std::vector<ConfidenceSum> sums;
  std::vector<EvidenceTrace> evidence;
  // Empty while the decision is undecided: guards are only asked of a determined one.
  std::vector<GuardTrace> guards;
  std::vector<ScoreTrace> scores;
};

}  // namespace lq
