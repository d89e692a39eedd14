#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "compiler/ir/test_suite.h"
#include "runtime/engine/engine.h"
#include "runtime/record/decision.h"

namespace lq::testkit {

// How properties are run.
struct PropertyOptions {
  std::uint64_t seed = 1;
  std::uint64_t leads = 10'000;
};

struct PropertyResult {
  // The counter-example; its texts belong to `arena`.
  std::optional<ir::Test> failing;
  // To be pasted into the file.
  std::string text;
  // Of `raising f never leaves o`: "with `f` 5 it is o".
  std::string note;
  std::uint64_t seed = 0;
  // Which of the random leads it was, from 1.
  std::uint64_t lead = 0;
  // Without a counter-example: why the property is not tested; empty when it holds.
  std::string expected;
  std::string came;
  Arena arena;
};

// A lead that was given, and its decision.
struct DecidedGiven {
  const Lead& lead;
  const Decision& decision;
};
using DecideGiven = std::function<DecidedGiven(const ir::Given& given)>;

// Looks for a counter-example of a property, and makes it simple. `toggles`: one a toggle of the
// program. `decide` takes the way of every test.
void RunProperty(const ir::Program& program, const Engine& engine,
                 const std::vector<ir::Fixture>& fixtures, std::span<const bool> toggles,
                 const ir::Test& property, const PropertyOptions& options,
                 const DecideGiven& decide, PropertyResult& result);

}  // namespace lq::testkit
