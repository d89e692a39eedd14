#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "compiler/ir/test_suite.h"
#include "runtime/engine/engine.h"
#include "tools/testkit/property_condition.h"
#include "tools/testkit/property_lead.h"

namespace lq::testkit {

// A lead of which a property does not hold.
struct CounterExample {
  ir::Given given;
  // Of `raising f never leaves o`: the smaller value of f with which the outcome was o.
  std::optional<Value> lower;
};

struct SearchResult {
  std::optional<CounterExample> found;
  // Leads that were decided.
  std::uint64_t leads = 0;
  // Of `raising f never leaves o`: some had the outcome o.
  bool met_outcome = false;
  // Owns the values of `found`.
  Arena arena;
};

// Looks among so many random leads for one of which the property does not hold. The same seed draws
// the same leads.
void SearchCounterExample(const ir::Program& program, const Engine& engine,
                          std::span<const bool> toggles, const ir::Test& property,
                          std::uint64_t seed, std::uint64_t leads, SearchResult& result);

}  // namespace lq::testkit
