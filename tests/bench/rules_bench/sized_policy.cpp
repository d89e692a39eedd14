#include "tests/bench/rules_bench/sized_policy.h"

#include "tests/bench/engine_side/policy_texts.h"
#include "tests/bench/generated/generated_policy.h"

namespace lq::bench {
namespace {

constexpr std::uint64_t kSeed = 1;

std::unique_ptr<Compilation> CompileGenerated(int rules) {
  GeneratedPolicy generated(kSeed);
  return CompileTexts({{"lead.lq", generated.Schema()}, {"policy.lq", generated.Policy(rules)}},
                      "policy.lq");
}

std::vector<std::string> Leads(std::size_t count) {
  GeneratedPolicy generated(kSeed + 1);
  std::vector<std::string> leads;
  for (std::size_t i = 0; i < count; ++i)
    leads.push_back(generated.Lead(static_cast<int>(i)));
  return leads;
}

}  // namespace

SizedPolicy::SizedPolicy(int rule_count, std::size_t count, std::size_t window)
    : rules(rule_count),
      compilation(CompileGenerated(rule_count)),
      engine(MakePlan(*compilation->program)),
      native(MakePlan(*compilation->program)),
      has_native(native.MakeNative()),
      leads(engine, Leads(count), window) {}

double SizedPolicy::HitRate() {
  std::size_t hits = 0;
  for (const Lead& lead : leads.parsed()) {
    for (const Reason& reason : engine.Decide(lead).reasons) {
      if (reason.from == ReasonFrom::kRule) {
        ++hits;
        break;
      }
    }
  }
  return 100.0 * static_cast<double>(hits) / static_cast<double>(leads.size());
}

}  // namespace lq::bench
