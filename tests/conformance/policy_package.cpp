#include "tests/conformance/policy_package.h"

#include "compiler/diag/render.h"
#include "tests/support/json/json_slice.h"
#include "tests/support/package/memory_files.h"

namespace lq::test {

PolicyPackage::PolicyPackage(const std::map<std::string, std::string>& files, const std::string& policy) {
  MemoryFiles provider;
  for (const auto& [name, text] : files) {
    provider.Add(name, text);
  }
  compilation_ = Compile(provider, policy);
  if (compilation_->program == nullptr) {
    problems_ = "does not check:\n" + RenderText(compilation_->diagnostics, compilation_->sources, {});
    return;
  }
  plan_ = MakePlan(*compilation_->program);
  reader_ = std::make_unique<LeadReader>(plan_->schema);
  tiers_ = MakeTiers(*compilation_->program, plan_);
}

std::unique_ptr<bool[]> PolicyPackage::ToggleStates(const std::map<std::string, bool>& toggles) const {
  const std::vector<ir::Toggle>& declared = compilation_->program->toggles;
  auto states = std::make_unique<bool[]>(declared.size());
  for (std::size_t i = 0; i < declared.size(); ++i) {
    const auto given = toggles.find(declared[i].name);
    states[i] = given == toggles.end() ? declared[i].on : given->second;
  }
  return states;
}

std::string PolicyPackage::Differences(std::string_view lead, std::string_view as_of,
                                       const std::map<std::string, bool>& toggles,
                                       std::string_view expected) {
  const std::unique_ptr<bool[]> states = ToggleStates(toggles);
  DecideInputs inputs;
  inputs.as_of = ParseAsOf(as_of);
  inputs.toggles = {states.get(), compilation_->program->toggles.size()};
  reader_->Read(lead, inputs.as_of, lead_);
  std::string differences;
  for (const std::unique_ptr<Tier>& tier : tiers_) {
    const std::string actual = ComparableDecision(tier->DecideJson(lead_, inputs));
    if (actual != expected) {
      differences += std::string(tier->name()) + ":\n  " + actual + "\n";
    }
  }
  return differences.empty() ? "" : "expected:\n  " + std::string(expected) + "\n" + differences;
}

}  // namespace lq::test
