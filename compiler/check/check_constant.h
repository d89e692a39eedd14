#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "compiler/check/check_expression.h"
#include "compiler/check/check_literal.h"

namespace lq::check {

// A constant as a value of `type`: a literal, `yes`, a name of its enum, a list, a quantity.
// Reports nothing but what is wrong inside a list.
LiteralValue ReadConstant(Context& context, const syntax::Expr& expr, const Type& type,
                          Counts counts);

// A constant of expected.type, whatever its range; kNone when it was wrong and reported.
ir::ExprId ConstantOf(Context& context, const syntax::Expr& expr, const Expected& expected);

ir::ExprId MakeConstant(Context& context, const Type& type, const Value& value, Span span);

// The one type that constants have, found from what they show: [DE, AT] are countries, [1, 2.5]
// decimals, names belong to an enum that has them all. Reports constants of several types, and what
// is no constant. `whose`: the set's or parameter's name, for messages; empty for a list in a
// condition.
std::optional<Type> CommonType(Context& context, const std::vector<const syntax::Expr*>& constants,
                               std::string_view whose);

}  // namespace lq::check
