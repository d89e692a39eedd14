#pragma once

#include "compiler/syntax/declarations.h"

// What stands in a `source` unit (language.md, section 10).
namespace lq::syntax {

struct GivesClause {
  Name schema;
  std::optional<Literal> version;
  Span span;
};

struct ReportsClause {
  Name source;
  Span span;
};

struct FormatClause {
  // json, csv or form.
  Name format;
  std::optional<Literal> separator;
  Span span;
};

struct MissingClause {
  std::vector<Literal> texts;
  Span span;
};

struct LeadIdClause {
  Literal from;
  Span span;
};

// `as date "…"`, `as unix seconds`, `as number "…"`, `as instant "…" in "Europe/Berlin"`.
struct Conversion {
  // Empty: there is none.
  Name kind;
  Name unit;
  std::optional<Literal> format;
  std::optional<Literal> zone;
};

struct AtClause {
  Literal from;
  Conversion as;
  Span span;
};

struct EachClause {
  Literal path;
  Span span;
};

struct IgnoreClause {
  std::vector<Literal> places;
  Span span;
};

// `band "1-5" is 1 to 5, "1000+" is at least 1000`
struct BandCase {
  Literal text;
  // kError kind where open.
  Expr low;
  Expr high;
};

// `where "Working Professional" is decision_maker`
struct WhereCase {
  Literal text;
  Expr value;
};

struct FieldMapping {
  Name field;
  // `from "A" else "B"`; empty for a constant.
  std::vector<Literal> places;
  std::vector<BandCase> bands;
  std::vector<WhereCase> cases;
  // `by f` (kName or kCall-like: name and arguments).
  std::optional<Expr> by;
  Conversion as;
  std::optional<Literal> times;
  // `is …`
  std::optional<Expr> constant;
  Span span;
};

}  // namespace lq::syntax
