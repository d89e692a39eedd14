#pragma once

#include <string>

#include "compiler/ir/test_suite.h"
#include "runtime/record/decision.h"
#include "runtime/value/lead.h"

namespace lq::testkit {

// What a test expected and what came instead, each as a person says it: "confidence at least 94%",
// "confidence 56.2%".
struct Mismatch {
  std::string expected;
  std::string came;
};

// False, and `mismatch` filled, when the decision is not as expected.
bool Meets(const ir::Program& program, const ir::Expectation& expectation, const Lead& lead,
           const Decision& decision, Mismatch& mismatch);

}  // namespace lq::testkit
