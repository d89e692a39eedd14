#pragma once

#include <string>

#include "compiler/check/check_expression.h"
#include "compiler/check/check_literal.h"

// What is wrong with a constant, and what to write instead.
namespace lq::check {

// The text of a place as it was written, on one line, cut when it is long; in backquotes.
std::string Written(const Context& context, Span span);

// `literal` cannot be read as expected.type because of `problem` (not kNone).
void ReportConstant(Context& context, const syntax::Expr& literal, LiteralProblem problem,
                    const Expected& expected);

// `span` has the type `seen`, which is not the expected one.
Diagnostic& ReportWrongType(Context& context, Span span, const Type& seen,
                            const Expected& expected);

// A constant of the expected type outside its domain.
void ReportCannotHold(Context& context, Span span, const Expected& expected);

}  // namespace lq::check
