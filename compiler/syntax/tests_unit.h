#pragma once

#include "compiler/syntax/policy.h"

// What stands in a `tests` unit (language.md, section 9).
namespace lq::syntax {

struct Expectation {
  enum class Kind {
    kOutcome,         // names[0]; negated; reasons in codes
    kConfidence,      // op, bounds
    kReasonsExactly,  // codes
    kCouldBecome,     // names
    kAskFor,          // names
    kStatus,          // names[0]
    kProposed,        // names[0]
    kScore,           // names[0], op, bounds
    kOutput,          // names[0], given (its value)
    kField,           // given (one item)
    kHeldByGuard,     // names[0]
    kRejectedFor,     // names
  } kind = Kind::kOutcome;
  bool negated = false;
  CompareOp op = CompareOp::kIs;
  std::vector<Name> names;
  std::vector<Name> codes;
  std::vector<Expr> bounds;
  std::optional<GivenItem> given;
  Span span;
};

struct TestDeclaration {
  Literal title;
  bool only = false;
  Given given;
  std::vector<Expectation> expectations;
  Span span;
};

struct TestTableDeclaration {
  Literal title;
  bool only = false;
  Given given;
  // A field path, today, expect, proposed, status, because; `toggle` columns carry the toggle's
  // name.
  struct Column {
    Name name;
    bool is_toggle = false;
  };
  std::vector<Column> columns;
  // Cells: GivenItem for fields, toggles and today; names for the expectations.
  struct Cell {
    std::optional<GivenItem> given;
    bool negated = false;
    std::vector<Name> names;
    Span span;
  };
  struct Row {
    std::vector<Cell> cells;
    Span span;
  };
  std::vector<Row> rows;
  Span span;
};

struct PropertyDeclaration {
  Literal title;
  std::optional<Expr> where;
  Name raising;
  Name never_leaves;
  std::optional<Expectation> expect;
  Span span;
};

struct CasesDeclaration {
  Literal file;
  Span span;
};

}  // namespace lq::syntax
