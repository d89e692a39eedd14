#pragma once

#include <string>

#include "compiler/ir/program.h"

namespace lq::ir {

// "sha256:" and 64 hexadecimal digits, over Canonical(program): what changes a decision changes the
// hash; comments, layout, file names, the order of statements, owners, reviews, questions and
// fixtures do not.
std::string Hash(const Program& program);

}  // namespace lq::ir
