#pragma once

#include "compiler/check/context.h"

namespace lq::check {

// The comparisons of a condition when everything it names by `define` is written out.
std::uint32_t CountTerms(const Context& context, ir::CondId cond);

// False, and reported, when there are more than the language allows.
bool HasFewTerms(Context& context, ir::CondId cond, Span span);

}  // namespace lq::check
