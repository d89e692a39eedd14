#pragma once

#include <functional>

#include "tests/differential/generator/generate.h"

namespace lq::test {

// Leaves out statements, then their lines, one at a time, while `still_fails` says that what is
// left still shows the failure. Returns whether anything was left out.
bool Minimise(GeneratedProgram& program,
              const std::function<bool(const GeneratedProgram&)>& still_fails);

}  // namespace lq::test
