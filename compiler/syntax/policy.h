#pragma once

#include "compiler/syntax/declarations.h"

// What stands in a policy beside declarations.
namespace lq::syntax {

struct Strength {
  enum class Kind { kUnsaid, kWord, kConfidence, kPoints } kind = Kind::kUnsaid;
  // weakly, fairly, strongly, decisively; or the number as written (92.5, -4).
  std::string text;
  Span span;
};

struct OutcomeEntry {
  Name name;
  // `needs 90%`: the number.
  std::optional<Literal> needs;
};

struct OutcomesDeclaration {
  std::vector<OutcomeEntry> outcomes;
  Name otherwise;
  Strength otherwise_strength;
  // Empty name: no `because`.
  Name otherwise_reason;
  Name undecided;
  Name doubtful;
  Span span;
};

struct ReviewDeclaration {
  Literal date;
  Span span;
};

struct ChangeDeclaration {
  Name size;
  Literal why;
  Span span;
};

struct ToggleDeclaration {
  Name name;
  bool on = false;
  Span span;
};

struct DefineDeclaration {
  Name name;
  Expr when;
  Span span;
};

struct ScoreItem {
  // add or subtract.
  bool subtract = false;
  Literal points;
  Expr when;
  Name reason;
  Span span;
};

struct ScoreDeclaration {
  Name name;
  Literal from;
  Literal to;
  std::optional<Literal> begins_at;
  std::vector<ScoreItem> items;
  Span span;
};

enum class Assume : std::uint8_t { kUnsaid, kNo, kYes };

// `FIXTURE but field value, … ` or a list of fields; used by fixtures, examples and tests.
struct GivenAlternative {
  // A constant, kError with `missing`; a band's lower and upper end.
  Expr value;
  Name from;
  Expr at;
};

struct GivenItem {
  enum class Kind { kField, kToggle, kToday, kNow, kPayload } kind = Kind::kField;
  // The field or the toggle; of a payload, the source's name.
  Name name;
  bool missing = false;
  bool toggle_on = false;
  // `51 to 200`, `at least 51`, `at most 50`: low and high (kError kind where open).
  bool is_band = false;
  Expr low;
  Expr high;
  // One or more: `a or b`, `240 from crm at 2025-01-01 or 260 from enrichment`.
  std::vector<GivenAlternative> alternatives;
  // kToday, kNow: the date or instant. kPayload: the file.
  Expr value;
  Span span;
};

struct Given {
  Name fixture;
  std::vector<GivenItem> items;
  Span span;
};

struct FixtureDeclaration {
  Name name;
  Given given;
  Span span;
};

struct ExampleClause {
  Given given;
  bool negated = false;
  Name outcome;
  Span span;
};

struct RuleDeclaration {
  Name name;
  Name outcome;
  Strength strength;
  bool has_choose = false;
  Expr when;
  bool has_when = false;
  std::optional<Expr> unless;
  Assume assume = Assume::kUnsaid;
  std::vector<Name> overrides;
  Name reason;
  std::vector<ExampleClause> examples;
  Span span;
};

struct EvidenceDeclaration {
  Name name;
  bool weakens = false;
  Name outcome;
  Strength strength;
  Expr when;
  bool has_when = false;
  Name group;
  Name reason;
  // `otherwise weakens weakly because CODE`
  bool has_otherwise = false;
  bool otherwise_weakens = false;
  Strength otherwise_strength;
  Name otherwise_reason;
  Span span;
};

struct GroupDeclaration {
  Name name;
  Literal points;
  Span span;
};

struct Cell {
  enum class Kind {
    kEmpty,  // reported
    kAny,
    kMissing,
    kKnown,
    kCompare,  // expr is kCompare whose left child is kSubject
    kValue,    // expr is a value, an outcome's or table value's name, a code …
    kStrength,
  } kind = Kind::kEmpty;
  Expr expr;
  Strength strength;
  Span span;
};

struct TableRow {
  std::vector<Cell> cells;
  Span span;
};

struct TableDeclaration {
  Name name;
  // `rules table`
  bool is_rules = false;
  bool hit_first = false;
  Span hit_span;
  Assume assume = Assume::kUnsaid;
  // Value tables: `gives TYPE`.
  std::optional<TypeRef> gives;
  std::vector<Name> columns;
  Span header_span;
  std::vector<TableRow> rows;
  std::optional<Expr> otherwise;
  Span span;
};

struct GuardDeclaration {
  Name name;
  Expr when;
  bool has_when = false;
  std::optional<Literal> needs;
  bool never = false;
  Name reason;
  Span span;
};

struct OutputDeclaration {
  std::vector<Name> names;
  Span span;
};

struct LanguagesDeclaration {
  std::vector<Name> codes;
  Span span;
};

struct ContentDeclaration {
  // A reason code, an outcome or a name of its own.
  Name name;
  Name language;
  // The text with its placeholders, decoded; positions inside are not tracked by the tree.
  Literal text;
  Span span;
};

}  // namespace lq::syntax
