#include "tests/support/tiers/policy_package.h"

#include "compiler/diag/render.h"
#include "tests/support/json/json_slice.h"
#include "tests/support/package/memory_files.h"

namespace lq::test {

PolicyPackage::PolicyPackage(const std::map<std::string, std::string>& files,
                             const std::string& policy) {
  MemoryFiles provider;
  for (const auto& [name, text] : files) {
    provider.Add(name, text);
  }
  compilation_ = Compile(provider, policy);
  if (compilation_->program == nullptr) {
    problems_ =
        "does not check:\n" + RenderText(compilation_->diagnostics, compilation_->sources, {});
    return;
  }
  plan_ = MakePlan(*compilation_->program);
  reader_ = std::make_unique<LeadReader>(plan_->schema);
  tiers_ = MakeTiers(*compilation_->program, plan_);
}

std::unique_ptr<bool[]> PolicyPackage::ToggleStates(const Toggles& toggles) const {
  const std::vector<ir::Toggle>& declared = compilation_->program->toggles;
  auto states = std::make_unique<bool[]>(declared.size());
  for (std::size_t i = 0; i < declared.size(); ++i) {
    const auto given = toggles.find(declared[i].name);
    states[i] = given == toggles.end() ? declared[i].on : given->second;
  }
  return states;
}

std::vector<TierDecision> PolicyPackage::Decide(std::string_view lead, DecideInputs inputs,
                                                const Toggles& toggles) {
  const std::unique_ptr<bool[]> states = ToggleStates(toggles);
  inputs.toggles = {states.get(), compilation_->program->toggles.size()};
  reader_->Read(lead, inputs.as_of, lead_);
  std::vector<TierDecision> decisions;
  for (const std::unique_ptr<Tier>& tier : tiers_) {
    decisions.push_back({tier->name(), ComparableDecision(tier->DecideJson(lead_, inputs))});
  }
  return decisions;
}

}  // namespace lq::test
