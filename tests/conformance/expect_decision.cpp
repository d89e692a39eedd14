#include "tests/conformance/expect_decision.h"

namespace lq::test {

std::string Differences(PolicyPackage& package, std::string_view lead, std::string_view as_of,
                        const Toggles& toggles, std::string_view expected) {
  DecideInputs inputs;
  inputs.as_of = ParseAsOf(as_of);
  std::string differences;
  for (const TierDecision& one : package.Decide(lead, inputs, toggles)) {
    if (one.decision != expected) {
      differences += std::string(one.tier) + ":\n  " + one.decision + "\n";
    }
  }
  return differences.empty() ? "" : "expected:\n  " + std::string(expected) + "\n" + differences;
}

}  // namespace lq::test
