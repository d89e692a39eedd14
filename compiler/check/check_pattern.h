#pragma once

#include "compiler/check/context.h"

namespace lq::check {

// The patterns that the scope's unit declares.
void CheckPatterns(Context& context, Scope& scope);

// The index in program.patterns of a pattern written in place; kNone when it was wrong and
// reported.
std::uint32_t CheckPatternInPlace(Context& context, const syntax::Expr& pattern);

}  // namespace lq::check
