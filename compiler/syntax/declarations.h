#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/syntax/expression.h"

// What schemas, libraries and policies may declare.
namespace lq::syntax {

// A literal with its place: a text (decoded) or a whole number (as written).
struct Literal {
  std::string text;
  Span span;
};

// `integer from A to B`, `one of E`, `list of text at most N`, `text at most N`, `money EUR from A
// to B` …
struct TypeRef {
  // First word: yes_no, one (for `one of`), text, integer, decimal, money, percent, date, instant,
  // email, domain, phone, country, currency, language, list; anything else is an unknown type.
  Name name;
  // `one of E`; `money CUR`: the code.
  Name of;
  // list of: the element's type.
  std::vector<TypeRef> element;
  // decimal N places.
  std::optional<Literal> places;
  // text/list at most N.
  std::optional<Literal> at_most;
  // from, to: literals (number, percent, money, date).
  std::vector<Expr> range;
  Span span;
};

// owner "…", purpose "…": keyword, text.
struct Note {
  std::string keyword;
  Literal text;
  Span span;
};

struct Uses {
  // schema or library.
  Name unit_kind;
  Name name;
  std::optional<Literal> version;
  Span span;
};

struct EnumMember {
  Name name;
  std::vector<Literal> labels;
};

struct EnumDeclaration {
  Name name;
  std::vector<EnumMember> members;
  bool ignoring_case = false;
  Span span;
};

struct FieldDeclaration {
  Name name;
  TypeRef type;
  bool required = false;
  bool optional = false;
  Span required_span;
  Span optional_span;
  bool identifies = false;
  bool is_protected = false;
  std::vector<Name> sources;
  // `if sources disagree trust first|keep both`
  enum class Disagree { kUnsaid, kTrustFirst, kKeepBoth } disagree = Disagree::kUnsaid;
  // Days.
  std::optional<Literal> stale_after;
  std::optional<Literal> ask;
  bool invalid_as_missing = false;
  // `deprecated since N use other`
  std::optional<Literal> deprecated_since;
  Name deprecated_use;
  // Clauses that stood twice: keyword's place.
  Span span;
};

struct OtherFields {
  // `other fields rejected`
  Span span;
};

struct DerivedDeclaration {
  Name name;
  Expr value;
  Span span;
};

struct SetDeclaration {
  Name name;
  // kList, kName, kPlus, kMinus.
  Expr value;
  Span span;
};

struct ParameterPeriod {
  Expr value;
  // `from DATE`; kError kind without one.
  Expr from;
};

struct ParameterDeclaration {
  Name name;
  std::vector<ParameterPeriod> periods;
  Span span;
};

struct PatternDeclaration {
  Name name;
  Literal pattern;
  Span span;
};

struct LookupKey {
  Name field;
  // `key region as "Region code"`
  std::optional<Literal> column;
};

struct LookupDeclaration {
  Name name;
  Literal file;
  std::vector<LookupKey> keys;
  TypeRef type;
  Expr otherwise;
  bool has_otherwise = false;
  Span span;
};

}  // namespace lq::syntax
