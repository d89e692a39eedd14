#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/include/lq/compile.h"
#include "runtime/intake/lead_reader.h"
#include "tests/support/tiers/tier.h"

namespace lq::test {

// The toggles of one decision: those that differ from their default.
using Toggles = std::map<std::string, bool>;

struct TierDecision {
  std::string_view tier;
  // JSON, without the hash and the messages of errors.
  std::string decision;
};

// A compiled policy, ready to decide leads by every tier.
class PolicyPackage {
 public:
  // File name to text, all in one folder, and the file to decide with.
  PolicyPackage(const std::map<std::string, std::string>& files, const std::string& policy);

  // What the checker had to say; empty when the policy decides.
  const std::string& problems() const { return problems_; }
  const std::shared_ptr<const plan::Plan>& plan() const { return plan_; }
  const ir::Program& program() const { return *compilation_->program; }
  const SourceMap& sources() const { return compilation_->sources; }

  // What each tier makes of the lead. `inputs.toggles` is set from `toggles`.
  std::vector<TierDecision> Decide(std::string_view lead, DecideInputs inputs,
                                   const Toggles& toggles);
  // The lead of the last decision, as intake read it.
  const Lead& lead() const { return lead_; }

 private:
  std::unique_ptr<bool[]> ToggleStates(const Toggles& toggles) const;

  std::unique_ptr<Compilation> compilation_;
  std::string problems_;
  std::shared_ptr<const plan::Plan> plan_;
  std::unique_ptr<LeadReader> reader_;
  std::vector<std::unique_ptr<Tier>> tiers_;
  Lead lead_;
};

}  // namespace lq::test
