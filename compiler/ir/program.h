#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/base/source.h"
#include "runtime/value/arena.h"
#include "runtime/value/date.h"
#include "runtime/value/number.h"
#include "runtime/value/type.h"
#include "runtime/value/value.h"

namespace lq::stdlib {
struct Function;
}

// The typed program: what a checked policy means, with every name resolved to an index, every type
// and range known, tables and lookups expanded. Flat: expressions and conditions live in two arrays
// and refer to each other by index. Immutable once the checker has made it.
namespace lq::ir {

using ExprId = std::uint32_t;
using CondId = std::uint32_t;
inline constexpr std::uint32_t kNone = 0xFFFFFFFF;

enum class ExprOp : std::uint8_t {
  kConstant,    // value
  kParameter,   // index: parameters
  kToday,       // date
  kNow,         // instant
  kField,       // index: schema.fields
  kDerived,     // index: derived
  kScore,       // index: scores
  kTable,       // index: tables
  kLookup,      // index: lookups
  kConfidence,  // guards only; percent in per mille x 10 (basis points)
  kTension,     // guards only; thousandths of a point
  kAdd,         // children: a, b (same type)
  kSubtract,    // children: a, b
  kMultiply,    // children: x, k (k a constant expression): x*k; places add up
  kDivide,      // children: x, k (constant, not zero): round(x * 10^places(k) / k)
  kPercentOf,   // children: p (constant percent), x: round(p * x / 10000)
  kDays,   // children: from, to (dates): days between, an integer (`days since d`: to is kToday)
  kShift,  // children: date or instant; amount, unit: date plus/minus a quantity, saturating
  kCall,   // function, children
};

struct Expr {
  ExprOp op = ExprOp::kConstant;
  RoundingMode rounding = RoundingMode::kHalfEven;
  ShiftUnit unit = ShiftUnit::kDays;
  // No field, derived value, score, table or lookup below: known once as-of is (constants,
  // parameters, today, now, and arithmetic of these).
  bool constant = false;
  Type type;
  Value value;
  std::uint32_t index = kNone;
  // kShift: negative for `minus`.
  std::int64_t amount = 0;
  const stdlib::Function* function = nullptr;
  std::vector<ExprId> children;
  Span span;
};

enum class CondOp : std::uint8_t {
  kAlways,   // true
  kNever,    // false
  kAnd,      // children
  kOr,       // children
  kNot,      // one child
  kDefine,   // index: defines
  kToggle,   // index: toggles; holds when on
  kKnown,    // left: kField or kDerived; holds when not missing
  kTest,     // test, left, right
  kOutcome,  // guards only: the proposed outcome is one of `outcomes`
};

enum class TestOp : std::uint8_t {
  kIs,          // left = right[0]
  kIn,          // left is one of right (all constant)
  kAtLeast,     // ordered types; right[0]. Also `on or after`
  kAtMost,      // also `on or before`
  kMoreThan,    // also `after`
  kLessThan,    // also `before`
  kBetween,     // right[0] <= left <= right[1]
  kContains,    // texts; any of right (all constant)
  kStartsWith,  // any of right
  kEndsWith,    // any of right
  kMatches,     // pattern
  kHasAny,      // lists; right all constant
  kHasAll,
  kHasNone,
};

// Not normalised: as written, with `unless c` as And(when, Not(c)), `is not` and `not in` as
// Not(test), a cell of a column with a `missing` cell as And(Known, test), and a constant on the
// left turned around.
struct Cond {
  CondOp op = CondOp::kAlways;
  TestOp test = TestOp::kIs;
  bool ignoring_case = false;
  ExprId left = kNone;
  std::vector<ExprId> right;
  std::vector<CondId> children;
  // kDefine, kToggle; kMatches: patterns.
  std::uint32_t index = kNone;
  // kOutcome: outcomes.
  std::vector<std::uint32_t> outcomes;
  Span span;
};

struct Field {
  std::string path;
  Type type;
  bool required = false;
  bool identifies = false;
  bool is_protected = false;
  bool invalid_is_missing = false;
  bool keep_both = false;
  std::vector<std::string> sources;
  std::optional<std::int64_t> stale_after_days;
  std::string question;
  Span span;
};

struct Schema {
  std::string name;
  std::int64_t version = 0;
  // In declaration order: a lead's `fields` follow it.
  std::vector<Field> fields;
  bool reject_unknown = false;
};

// Schema's and policy's, in an order in which each reads only earlier ones.
struct Derived {
  std::string name;
  ExprId value = kNone;
  Span span;
};

struct Period {
  // First day (days since 1970-01-01) on which the value holds; the first period holds for all
  // earlier days.
  std::int64_t from = 0;
  Value value;
  Span span = {};
};

struct Parameter {
  std::string name;
  Type type;
  std::vector<Period> periods;
};

struct Pattern {
  // Empty for a pattern written in place.
  std::string name;
  // RE2 syntax, without slashes and anchors.
  std::string regex;
};

struct Toggle {
  std::string name;
  bool on = false;
};

struct Define {
  std::string name;
  CondId when = kNone;
  Span span;
};

struct ScoreItem {
  // Negative for `subtract`.
  std::int64_t points = 0;
  CondId when = kNone;
  // Empty without `because`.
  std::string reason;
  Span span;
};

struct Score {
  std::string name;
  std::int64_t low = 0;
  std::int64_t high = 0;
  std::int64_t begins_at = 0;
  std::vector<ScoreItem> items;
  Span span;
};

// `if unknown assume …`: what *cannot tell* of a whole condition counts as.
enum class Assume : std::uint8_t { kNothing, kNo, kYes };

struct TableRow {
  CondId when = kNone;
  // A constant expression of the table's type.
  ExprId value = kNone;
  Span span;
};

// A value table.
struct Table {
  std::string name;
  Type type;
  bool hit_first = false;
  Assume assume = Assume::kNothing;
  std::vector<TableRow> rows;
  // kNone: the rows are complete.
  ExprId otherwise = kNone;
  Span span;
};

struct LookupRow {
  // One value a key, in key order.
  std::vector<Value> keys;
  Value value;
};

struct Lookup {
  std::string name;
  Type type;
  // Indices of schema.fields.
  std::vector<std::uint32_t> keys;
  std::vector<LookupRow> rows;
  Value otherwise;
  Span span;
};

struct Outcome {
  std::string name;
  // Per mille, 0 to 999.
  std::int32_t needs = 0;
  Span span = {};
};

// A rule, or one row of a rules table.
struct Rule {
  // Of a row: the table's name.
  std::string name;
  // From 1; 0 for a rule.
  std::uint32_t row = 0;
  // Index of rules_tables; kNone for a rule.
  std::uint32_t table = kNone;
  std::uint32_t outcome = 0;
  // Thousandths of a point.
  std::int32_t strength = 0;
  // `when` and not `unless`.
  CondId when = kNone;
  Assume assume = Assume::kNothing;
  std::string reason;
  // Indices of rules (rows of overridden tables included). Rows of a `hit first` table override all
  // later rows of it beside these; those pairs are not listed.
  std::vector<std::uint32_t> overrides;
  Span span;
};

struct RulesTable {
  std::string name;
  bool hit_first = false;
  // Its rows are rules[first .. first + count).
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

struct Evidence {
  std::string name;
  std::uint32_t outcome = 0;
  // Thousandths of a point; negative for `weakens`.
  std::int32_t points = 0;
  CondId when = kNone;
  std::string reason;
  // 0 without a second arm.
  std::int32_t otherwise_points = 0;
  std::string otherwise_reason;
  // Index of groups; kNone.
  std::uint32_t group = kNone;
  Span span;
};

struct Group {
  std::string name;
  // Thousandths of a point.
  std::int32_t cap = 0;
};

struct Guard {
  std::string name;
  CondId when = kNone;
  // Per mille; ignored when `never`.
  std::int32_t needs = 0;
  bool never = false;
  // May be empty.
  std::string reason;
  Span span;
};

struct TextPart {
  // Literal text, or (when operand is not kNone) a placeholder's fallback.
  std::string text;
  ExprId operand = kNone;
  bool has_fallback = false;
};

// One content in one language.
struct ContentText {
  // Index in `languages` of the policy; kNone when the policy names no languages.
  std::string language;
  std::vector<TextPart> parts;
  Span span = {};
};

struct Content {
  enum class Of : std::uint8_t { kReason, kOutcome, kOwn };
  Of of = Of::kOwn;
  std::string name;
  std::vector<ContentText> texts;
};

struct Output {
  std::string name;
  // kField is not allowed; kDerived, kTable, kLookup, or kNone for a content.
  ExprId value = kNone;
  std::uint32_t content = kNone;
};

struct Program {
  std::string policy;
  std::int64_t version = 0;
  // "sha256:…"
  std::string hash;
  Schema schema;
  std::vector<std::shared_ptr<const Enum>> enums;
  std::vector<Derived> derived;
  std::vector<Parameter> parameters;
  std::vector<Pattern> patterns;
  std::vector<Toggle> toggles;
  std::vector<Define> defines;
  std::vector<Score> scores;
  std::vector<Table> tables;
  std::vector<Lookup> lookups;
  // Strongest first.
  std::vector<Outcome> outcomes;
  std::string undecided;
  std::string doubtful;
  // `otherwise`
  std::uint32_t otherwise_outcome = 0;
  std::int32_t otherwise_strength = 0;
  std::string otherwise_reason;
  std::vector<Rule> rules;
  std::vector<RulesTable> rules_tables;
  std::vector<Evidence> evidence;
  std::vector<Group> groups;
  std::vector<Guard> guards;
  std::vector<std::string> languages;
  std::vector<Content> content;
  // Sorted by name.
  std::vector<Output> outputs;
  // Some condition uses `is known`, `is missing` or `if unknown assume`: laws 2 to 4 and 8 are off.
  bool depends_on_absence = false;

  std::vector<Expr> exprs;
  std::vector<Cond> conds;
  // Owns the texts and lists of constants.
  std::shared_ptr<Arena> arena;
};

}  // namespace lq::ir
