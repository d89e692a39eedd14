#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compiler/base/source.h"

namespace lq::syntax {

// A name where one is declared or named; may be dotted for fields. Empty text: there was none
// (reported).
struct Name {
  std::string text;
  Span span;
};

enum class Rounding : std::uint8_t { kNone, kHalfEven, kDown, kUp };

enum class ExprKind : std::uint8_t {
  kError,      // nothing usable stood here; already reported
  kSubject,    // the left side of a table cell's comparison: the column's subject
  kName,       // text: `company.size`, `yes`, `today`; a leading `lead.` is kept
  kCode,       // text: DE, EUR
  kNumber,     // text as written without `_`: -10000, 5999.99
  kPercent,    // text without the sign: 99.5
  kMoney,      // text: the number, unit: the currency
  kQuantity,   // text: the number, unit: points, days, hours, minutes, months or years (plural)
  kDate,       // text: 2026-07-01
  kInstant,    // text: 2026-07-01T10:00:00Z
  kText,       // text: decoded
  kPattern,    // text: what stands between the slashes, with `\/` as `/`
  kList,       // children: items
  kParens,     // one child
  kCall,       // text: function, children: arguments
  kOf,         // text: `year`, `length`, `domain` … in `year of d`; one child
  kPlus,       // two children
  kMinus,      // two children
  kTimes,      // two children
  kDividedBy,  // two children, rounding
  kPercentOf,  // two children: the percent, the amount; rounding
  kDaysFrom,   // two children: from, to
  kDaysSince,  // one child
  kNot,        // one child
  kAnd,        // two or more children (flat)
  kOr,         // two or more children (flat)
  kCompare,    // op; children: left, then one right side (two for kBetween, none for kIsKnown,
               // kIsMissing)
};

enum class CompareOp : std::uint8_t {
  kIs,
  kIn,
  kAtLeast,
  kAtMost,
  kMoreThan,
  kLessThan,
  kBetween,
  kOnOrAfter,
  kOnOrBefore,
  kAfter,
  kBefore,
  kIsKnown,
  kIsMissing,
  kContains,
  kStartsWith,
  kEndsWith,
  kMatches,
  kHasAnyOf,
  kHasAllOf,
  kHasNoneOf,
};

// Conditions and expressions are one tree; the checker tells them apart.
struct Expr {
  ExprKind kind = ExprKind::kError;
  CompareOp op = CompareOp::kIs;
  Rounding rounding = Rounding::kNone;
  // kCompare: `is not`, `not in`.
  bool negated = false;
  // kCompare with a text test: `contains any of s` rather than `contains t`.
  bool any_of = false;
  bool ignoring_case = false;
  Span span;
  // Of the operator's words; kCompare, kAnd, kOr (the first), arithmetic.
  Span op_span;
  std::string text;
  std::string unit;
  std::vector<Expr> children;
};

}  // namespace lq::syntax
