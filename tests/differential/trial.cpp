#include "tests/differential/trial.h"

#include "tests/differential/minimise.h"
#include "tests/support/json/json_slice.h"

namespace lq::test {
namespace {

bool StillDisagree(const GeneratedProgram& program, const Trial& trial) {
  PolicyPackage package(FilesOf(program), kPolicyFile);
  return package.problems().empty() && !Disagreement(package, trial).empty();
}

bool DropMembers(const GeneratedProgram& program, Trial& trial) {
  bool dropped = false;
  const auto members = JsonMembers(trial.lead);
  for (std::size_t i = members.size(); i-- > 0;) {
    std::vector<std::pair<std::string, std::string_view>> now = JsonMembers(trial.lead);
    now.erase(now.begin() + static_cast<std::ptrdiff_t>(i));
    Trial smaller = trial;
    smaller.lead.clear();
    for (const auto& [name, value] : now) {
      smaller.lead += (smaller.lead.empty() ? "\"" : ",\"") + name + "\":" + std::string(value);
    }
    smaller.lead = "{" + smaller.lead + "}";
    if (StillDisagree(program, smaller)) {
      trial = std::move(smaller);
      dropped = true;
    }
  }
  return dropped;
}

}  // namespace

Trial GenerateTrial(const GeneratedProgram& program, const PolicyPackage& package, Random& random,
                    Coverage& coverage) {
  Trial trial;
  trial.lead = GenerateLead(program, random, coverage);
  const std::vector<std::string> times = {"2026-08-01", "2026-07-01", "2026-06-30T23:59:59.999Z",
                                          "2024-02-29T12:00:00Z", "2027-01-31"};
  trial.as_of = ParseAsOf(random.Chance(50) ? times[0] : random.Pick(times));
  for (const ir::Toggle& toggle : package.program().toggles) {
    if (random.Chance(50)) {
      trial.toggles[toggle.name] = random.Chance(50);
    }
  }
  const std::vector<std::string> languages = {"", "EN", "DE", "FR"};
  trial.language = random.Pick(languages);
  return trial;
}

std::string Disagreement(PolicyPackage& package, const Trial& trial) {
  DecideInputs inputs;
  inputs.as_of = trial.as_of;
  inputs.language = trial.language;
  const std::vector<TierDecision> decisions = package.Decide(trial.lead, inputs, trial.toggles);
  bool same = true;
  std::string out;
  for (const TierDecision& one : decisions) {
    same = same && one.decision == decisions.front().decision;
    out += std::string(one.tier) + ": " + one.decision + "\n";
  }
  return same ? "" : out;
}

void Minimise(GeneratedProgram& program, Trial& trial) {
  const auto still_fails = [&](const GeneratedProgram& smaller) {
    return StillDisagree(smaller, trial);
  };
  while (Minimise(program, still_fails) || DropMembers(program, trial)) {
  }
}

std::string Report(const GeneratedProgram& program, const Trial& trial) {
  std::string out;
  for (const auto& [name, text] : FilesOf(program)) {
    out += "--- " + name + "\n" + text;
  }
  out += "--- lead\n" + trial.lead + "\n--- as of " + std::to_string(trial.as_of) +
         ", language \"" + trial.language + "\"";
  for (const auto& [name, on] : trial.toggles) {
    out += ", " + name + (on ? " on" : " off");
  }
  PolicyPackage package(FilesOf(program), kPolicyFile);
  return out + "\n--- decisions\n" + package.problems() +
         (package.problems().empty() ? Disagreement(package, trial) : "");
}

}  // namespace lq::test
