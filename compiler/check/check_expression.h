#pragma once

#include <optional>
#include <string>

#include "compiler/check/context.h"

namespace lq::check {

// What a bare quantity means where a number must stand: `30 days` is 30, `6 points` 6000
// thousandths.
enum class Counts : std::uint8_t { kNothing, kDays, kPoints };

// What must stand somewhere, and why.
struct Expected {
  const Type* type = nullptr;
  // For messages: "`annual_budget`"; may be empty.
  std::string what;
  // What in this statement asks for the type (the other side of a comparison), and where that is
  // declared; both may be empty.
  Span place;
  Span declared;
  Counts counts = Counts::kNothing;
};

// An expression with its type and range; kNone when it was wrong and reported. Constants (also
// names of enum values, codes, parameters) adapt to `expected`, which may be null: then a literal
// has the type it shows. The type of anything else may differ from `expected`; see CheckValueOf.
ir::ExprId CheckValue(Context& context, const syntax::Expr& expr,
                      const Expected* expected = nullptr);

// The same, and a type that is not `expected` is reported.
ir::ExprId CheckValueOf(Context& context, const syntax::Expr& expr, const Expected& expected);

// A constant (literal, enum value, code; no parameter) of that type, within its domain.
std::optional<Value> CheckConstant(Context& context, const syntax::Expr& expr,
                                   const Expected& expected);

// A constant expression (also parameters, `today`) of that type, within its domain.
ir::ExprId CheckConstantExpression(Context& context, const syntax::Expr& expr,
                                   const Expected& expected);

// What a name, or a table's column, stands for.
struct Subject {
  enum class Kind : std::uint8_t { kNone, kValue, kDefine, kToggle } kind = Kind::kNone;
  // kValue: field, derived value, parameter, score, table or lookup as an expression.
  ir::ExprId expr = ir::kNone;
  // kDefine, kToggle: index in the program.
  std::uint32_t index = ir::kNone;
  // Where it is declared, where it is named.
  Span declared;
  Span span;
};

// kNone when it is unknown, protected or otherwise not readable here; reported.
Subject SubjectOf(Context& context, const syntax::Name& name);

// The expression reads a protected field, directly or through a derived value.
bool ReadsProtected(const Context& context, ir::ExprId expr);

}  // namespace lq::check
