#pragma once

#include <string>

#include "compiler/ir/program.h"

namespace lq::ir {

// The whole program as text, statement by statement in the program's own order; for goldens and for
// people.
std::string Print(const Program& program);

// The same facts in one canonical order: every kind of statement sorted, outcomes, enum values and
// the rows of tables as they count. Without what changes no decision (the questions to ask).
std::string Canonical(const Program& program);

}  // namespace lq::ir
