#pragma once

#include <string>

#include "compiler/ir/program.h"

namespace lq::ir {

// An expression, a condition as a person would write it, with every group in parentheses and every
// name spelt out, never an index: equal texts mean the same within one program.
std::string ExprText(const Program& program, ExprId id);
std::string CondText(const Program& program, CondId id);

}  // namespace lq::ir
