#pragma once

#include <string>
#include <vector>

#include "tests/architecture/source_tree.h"

namespace lq::test {

struct FunctionLength {
  // The first line of its head, trimmed.
  std::string head;
  std::size_t first_line = 1;
  std::size_t lines = 0;
  // Its body is one switch with a line a case.
  bool is_switch = false;
};

// The functions of a C++ file, found by their braces: a brace behind a parenthesis at namespace or
// class level opens a function.
std::vector<FunctionLength> FunctionLengths(const TreeFile& file);

}  // namespace lq::test
