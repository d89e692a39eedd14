#pragma once

#include <functional>
#include <span>
#include <vector>

#include "compiler/ir/test_suite.h"
#include "tools/testkit/property_search.h"
#include "tools/testkit/property_values.h"

namespace lq::testkit {

// A counter-example as it is shown.
struct ShownExample {
  ir::Given given;
  std::optional<Value> lower;
};

// Whether a lead fails in the way in which the counter-example did. `strict`: and its decision is
// the same in all else that may be expected.
using FailsAlike =
    std::function<bool(const ir::Given& given, const std::optional<Value>& lower, bool strict)>;

// The simplest lead that fails alike: as few fields as can be differ from a fixture, or are given
// at all; numbers are round and small, names the first of their kind, texts short. `arena` owns
// what is new in it.
ShownExample Shrink(const ir::Program& program, const std::vector<ir::Fixture>& fixtures,
                    const ir::Property& property, const CounterExample& example,
                    PropertyValues& values, Arena& arena, const FailsAlike& fails);

}  // namespace lq::testkit
