#pragma once

#include "compiler/ir/program.h"

namespace lq::check {

// The value of a constant expression (Expr::constant) when a decision is made at midnight (UTC) of
// `day`. Texts live in `arena` or in the program.
Value ConstantValue(const ir::Program& program, ir::ExprId id, std::int64_t day, Arena& arena);

// What a constant is on a given day depends on the day: a parameter with periods, `today`, `now`.
bool DependsOnDay(const ir::Program& program, ir::ExprId id);

}  // namespace lq::check
