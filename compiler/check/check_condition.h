#pragma once

#include "compiler/check/check_expression.h"
#include "compiler/check/context.h"

namespace lq::check {

// A condition; kNone when it was wrong and reported.
ir::CondId CheckCondition(Context& context, const syntax::Expr& expr,
                          Place place = Place::kOrdinary);

// A table's cell as a test of its column: kAny is kAlways, a plain value is `is value`, yes and no
// of a define are the define and its negation. A cell that cannot test the subject is reported.
ir::CondId CheckCellTest(Context& context, const Subject& subject, const syntax::Cell& cell);

// Conditions made of checked ones; a child kNone makes kNone.
ir::CondId MakeAnd(Context& context, std::vector<ir::CondId> children, Span span);
ir::CondId MakeNot(Context& context, ir::CondId child, Span span);
ir::CondId MakeKnown(Context& context, ir::ExprId subject, Span span);
ir::CondId MakeAlways(Context& context, Span span);

}  // namespace lq::check
