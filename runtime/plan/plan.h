#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "runtime/plan/content.h"
#include "runtime/plan/expression.h"
#include "runtime/plan/lead_schema.h"
#include "runtime/plan/terms.h"

// The decision plan: what an engine runs. Plain data, no code; made by compiler/plan or loaded from
// a bundle. Immutable once made.
namespace lq::plan {

struct Toggle {
  std::string name;
  bool on = false;
};

struct Outcome {
  std::string name;
  // Per mille.
  std::int32_t needs = 0;
};

enum class Assume : std::uint8_t { kNothing, kNo, kYes };

// A rule, or a row of a rules table. Rules are ordered by outcome, strongest first.
struct Rule {
  // Of a row: the table's name.
  std::string name;
  // From 1; 0 for a rule.
  std::uint32_t row = 0;
  // Index of a `hit first` table, kNone for any other rule.
  std::uint32_t first_table = kNone;
  std::uint32_t outcome = 0;
  // Thousandths of a point.
  std::int32_t strength = 0;
  NodeId when = 0;
  Assume assume = Assume::kNothing;
  std::string reason;
  // Rules that override this one, ascending; earlier rows of its `hit first` table are not listed.
  std::vector<std::uint32_t> overriders;
};

struct Evidence {
  std::string name;
  std::uint32_t outcome = 0;
  // Thousandths of a point, signed.
  std::int32_t points = 0;
  std::int32_t otherwise_points = 0;
  std::string reason;
  std::string otherwise_reason;
  std::uint32_t group = kNone;
  NodeId when = 0;
};

struct Guard {
  std::string name;
  NodeId when = 0;
  std::int32_t needs = 0;
  bool never = false;
  std::string reason;
};

struct ScoreItem {
  std::int64_t points = 0;
  NodeId when = 0;
  std::string reason;
};

struct Score {
  std::string name;
  std::int64_t low = 0;
  std::int64_t high = 0;
  std::int64_t begins_at = 0;
  // By |points| descending, then reason: the order of `because`.
  std::vector<ScoreItem> items;
};

struct TableRow {
  NodeId when = 0;
  ExprId value = kNone;
};

struct Table {
  std::string name;
  Type type;
  bool hit_first = false;
  Assume assume = Assume::kNothing;
  std::vector<TableRow> rows;
  ExprId otherwise = kNone;
};

struct Lookup {
  std::string name;
  Type type;
  // Indices of schema.fields.
  std::vector<std::uint32_t> keys;
  // Row-major: rows × keys.
  std::vector<Value> key_values;
  std::vector<Value> values;
  Value otherwise;
};

struct Output {
  std::string name;
  // kNone: a content of its own.
  ExprId value = kNone;
  std::uint32_t content = kNone;
};

struct Plan {
  std::string policy;
  std::int64_t version = 0;
  std::string hash;
  LeadSchema schema;
  // Enums of the policy, beside schema.enums.
  std::vector<std::shared_ptr<const Enum>> enums;
  Expressions expressions;
  Terms terms;
  std::vector<Toggle> toggles;
  // Strongest first.
  std::vector<Outcome> outcomes;
  std::string undecided;
  std::string doubtful;
  std::uint32_t otherwise_outcome = 0;
  std::int32_t otherwise_strength = 0;
  std::string otherwise_reason;
  std::vector<Rule> rules;
  // Indices of the rules that other rules override, in an order in which overriders come first.
  std::vector<std::uint32_t> overridden;
  std::uint32_t first_table_count = 0;
  std::vector<Evidence> evidence;
  // Thousandths of a point.
  std::vector<std::int32_t> group_caps;
  // By name.
  std::vector<Guard> guards;
  std::vector<Score> scores;
  std::vector<Table> tables;
  std::vector<Lookup> lookups;
  // By name.
  std::vector<Output> outputs;
  std::vector<Content> content;
  // "DE": those that `languages` names.
  std::vector<std::string> languages;
  // Owns the texts and lists of constants.
  std::shared_ptr<Arena> arena;
};

}  // namespace lq::plan
