#pragma once

#include "compiler/check/context.h"

// The middle phases of checking a unit with all that it imports, after names were declared
// (imports.h).
namespace lq::check {

// The schema's fields; patterns, parameters and sets of every unit. None of these reads another
// value.
void CheckConstants(Context& context);

// Types of tables and lookups; then derived values, lookups, tables, scores and defines of every
// unit, each after all that it reads.
void CheckReaders(Context& context);

// `version 7`; 0 without one. What is no version is reported.
std::int64_t UnitVersion(Context& context, const syntax::Unit& unit);

}  // namespace lq::check
