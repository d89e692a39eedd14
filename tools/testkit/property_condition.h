#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "compiler/ir/program.h"
#include "tools/testkit/property_lead.h"
#include "tools/testkit/property_values.h"

namespace lq::testkit {

// Asks whether conditions hold of a lead.
class ConditionTeller {
 public:
  ConditionTeller(const ir::Program& program, std::span<const bool> toggles);
  ~ConditionTeller();

  // For every possible value of the lead.
  bool Holds(ir::CondId cond, const Lead& lead, std::int64_t as_of);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Changes a random lead so that a condition holds or does not, field by field, with the values at
// which its comparisons turn.
class ConditionSeeker {
 public:
  ConditionSeeker(const ir::Program& program, ConditionTeller& teller, PropertyValues& values,
                  Random& random);
  ~ConditionSeeker();

  // False when it was not managed within so many steps; the lead is then somewhere on the way.
  bool Seek(ir::CondId cond, bool holds, CompleteLead& lead);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace lq::testkit
