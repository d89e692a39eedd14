// Writes what the peers of docs/benchmarks.md are given: the same policies as lists of rules, leads
// as plain values, and the outcome that LQ proposes for each.
//
//   peer_inputs FOLDER LEADS     FOLDER/12 … FOLDER/10000, each with rules.json and cases.jsonl

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <vector>

#include <fmt/format.h>

#include "tests/bench/engine_side/measured_engine.h"
#include "tests/bench/engine_side/policy_texts.h"
#include "tests/bench/generated/generated_policy.h"
#include "tests/bench/peers/inputs/rule_list.h"
#include "tests/bench/scoring/scoring_lead.h"

namespace lq::bench {
namespace {

constexpr std::uint64_t kSeed = 20260801;

using Plan = std::shared_ptr<const plan::Plan>;

bool Write(const std::filesystem::path& folder, const Plan& plan,
           const std::vector<std::string>& leads) {
  std::string problem;
  const nlohmann::ordered_json rules = RuleList(*plan, problem);
  if (!problem.empty()) {
    fmt::print(stderr, "{} has no list of rules: {}\n", plan->policy, problem);
    return false;
  }
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "rules.json") << rules.dump(1) << "\n";
  std::ofstream cases(folder / "cases.jsonl");
  MeasuredEngine engine(plan);
  Lead lead;
  for (const std::string& text : leads) {
    if (!engine.Read(text, lead))
      return false;
    const std::string_view outcome = engine.Decide(lead).proposed;
    cases << nlohmann::ordered_json{{"lead", PlainLead(*plan, lead)}, {"expect", outcome}}.dump()
          << "\n";
  }
  cases.flush();
  return static_cast<bool>(cases);
}

bool WriteScoring(const std::filesystem::path& folder, std::size_t count) {
  std::vector<std::string> leads;
  for (const GeneratedLead& made : MakeLeads(count, 0, kSeed))
    leads.push_back(ToJson(made));
  const PolicyTexts texts = ReadTexts(LQ_SOURCE_DIR "/tests/bench/lead_scoring");
  return Write(folder, MakePlan(*CompileTexts(texts, "lead_scoring.lq")->program), leads);
}

bool WriteGenerated(const std::filesystem::path& folder, int rules, std::size_t count) {
  GeneratedPolicy policy(1);
  const PolicyTexts texts = {{"lead.lq", policy.Schema()}, {"policy.lq", policy.Policy(rules)}};
  GeneratedPolicy maker(2);
  std::vector<std::string> leads;
  for (std::size_t i = 0; i < count; ++i)
    leads.push_back(maker.Lead(static_cast<int>(i)));
  return Write(folder, MakePlan(*CompileTexts(texts, "policy.lq")->program), leads);
}

}  // namespace
}  // namespace lq::bench

int main(int count, char** arguments) {
  using namespace lq::bench;
  if (count != 3) {
    fmt::print(stderr, "usage: peer_inputs FOLDER LEADS\n");
    return 2;
  }
  const std::filesystem::path folder = arguments[1];
  const std::size_t leads = std::strtoull(arguments[2], nullptr, 10);
  bool written = WriteScoring(folder / "12", leads);
  for (const int rules : {100, 1000, 10'000})
    written = written && WriteGenerated(folder / std::to_string(rules), rules, leads);
  return written ? 0 : 1;
}
