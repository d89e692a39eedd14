#pragma once

#include <vector>

#include "compiler/ir/test_suite.h"
#include "tools/testkit/property_condition.h"
#include "tools/testkit/property_lead.h"
#include "tools/testkit/property_values.h"

namespace lq::testkit {

// Draws complete leads: partly from the values at which something turns that the policy says,
// partly from any; some so that a rule's condition holds, some a little different from leads that
// were worth keeping. All of them fulfil the property's `where`.
class PropertyDraw {
 public:
  PropertyDraw(const ir::Program& program, const ir::Property& property, PropertyValues& values,
               ConditionTeller& teller, Random& random);

  // False when no lead was found for the `where`, however many were tried.
  bool Next(CompleteLead& lead);
  // Further leads are drawn near this one, too.
  void Keep(const CompleteLead& lead);
  bool InRange(const CompleteLead& lead);

 private:
  void DrawFresh(CompleteLead& lead);
  void Change(CompleteLead& lead);
  Value AnyValue(std::size_t moment, std::uint32_t field, int turning);
  void FindTargets(const ir::Property& property);

  const ir::Program& program_;
  const ir::CondId where_;
  PropertyValues& values_;
  ConditionTeller& teller_;
  Random& random_;
  ConditionSeeker seeker_;
  // Conditions of rules that are worth meeting.
  std::vector<ir::CondId> targets_;
  std::vector<CompleteLead::Content> kept_;
  // Once a lead was found there is always one to go on from.
  std::vector<CompleteLead::Content> found_;
};

}  // namespace lq::testkit
