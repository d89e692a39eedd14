#pragma once

#include "compiler/check/context.h"

namespace lq::check {

// In thousandths of a point.
inline constexpr std::int32_t kPoint = 1000;

// A strength as written; nothing when there was none or when it was wrong and reported.
std::optional<std::int32_t> CheckStrength(Context& context, const syntax::Strength& strength);

// Of a rule or `otherwise` that says none: what its outcome needs (per mille), but at least
// `fairly`.
std::int32_t DefaultStrength(std::int32_t needs);
// Of evidence that says none.
std::int32_t Fairly();

// `needs 92.5%`: per mille, 0 to 999; 0 when it was wrong and reported.
std::int32_t CheckNeeds(Context& context, const syntax::Literal& needs);

}  // namespace lq::check
