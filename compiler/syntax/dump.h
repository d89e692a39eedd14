#pragma once

#include <string>

#include "compiler/syntax/unit.h"

namespace lq::syntax {

// The tree for people and goldens: one node a line, children indented under it. What was not said
// is left out; places are not shown.
std::string Dump(const Unit& unit);

}  // namespace lq::syntax
