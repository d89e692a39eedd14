#pragma once

#include <string>

#include "tests/differential/generator/generate.h"
#include "tests/support/tiers/policy_package.h"

namespace lq::test {

// One decision to compare: a lead and what else a decision depends on.
struct Trial {
  std::string lead;
  std::int64_t as_of = 0;
  Toggles toggles;
  std::string language;
};

// Another instant, other toggles, a language or none, each time.
Trial GenerateTrial(const GeneratedProgram& program, const PolicyPackage& package, Random& random,
                    Coverage& coverage);

// The decisions of all tiers when they are not the same; empty when they are.
std::string Disagreement(PolicyPackage& package, const Trial& trial);

// The program, as small as it can be made by leaving out statements and their lines, and the lead,
// by leaving out members, while the tiers still disagree.
void Minimise(GeneratedProgram& program, Trial& trial);

// Program, lead and decisions, for a person.
std::string Report(const GeneratedProgram& program, const Trial& trial);

}  // namespace lq::test
