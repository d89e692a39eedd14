#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "compiler/include/lq/compile.h"
#include "runtime/intake/lead_reader.h"
#include "tests/support/tiers/tier.h"

namespace lq::test {

// A compiled policy, ready to decide leads by every tier.
class PolicyPackage {
 public:
  // File name to text, all in one folder, and the file to decide with.
  PolicyPackage(const std::map<std::string, std::string>& files, const std::string& policy);

  // What the checker had to say; empty when the policy decides.
  const std::string& problems() const { return problems_; }

  // What differs from `expected`, tier by tier; empty when every tier gives it. `toggles`: those that differ
  // from their default.
  std::string Differences(std::string_view lead, std::string_view as_of,
                          const std::map<std::string, bool>& toggles, std::string_view expected);

 private:
  std::unique_ptr<bool[]> ToggleStates(const std::map<std::string, bool>& toggles) const;

  std::unique_ptr<Compilation> compilation_;
  std::string problems_;
  std::shared_ptr<const plan::Plan> plan_;
  std::unique_ptr<LeadReader> reader_;
  std::vector<std::unique_ptr<Tier>> tiers_;
  Lead lead_;
};

}  // namespace lq::test
