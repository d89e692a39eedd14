#include "tests/bench/rules_bench/sized_policy.h"

#include <cstdlib>

#include <fmt/format.h>

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

}  // namespace

SizedPolicy::SizedPolicy(int rule_count, std::size_t leads)
    : rules(rule_count),
      compilation(CompileGenerated(rule_count)),
      engine(MakePlan(*compilation->program)),
      parsed(leads) {
  GeneratedPolicy generated(kSeed + 1);
  for (std::size_t i = 0; i < leads; ++i) {
    texts.push_back(generated.Lead(static_cast<int>(i)));
    if (!engine.Read(texts[i], parsed[i])) {
      fmt::print(stderr, "a generated lead was rejected: {}\n", texts[i]);
      std::exit(1);
    }
  }
}

double SizedPolicy::HitRate() {
  std::size_t hits = 0;
  for (const Lead& lead : parsed) {
    for (const Reason& reason : engine.Decide(lead).reasons) {
      if (reason.from == ReasonFrom::kRule) {
        ++hits;
        break;
      }
    }
  }
  return 100.0 * static_cast<double>(hits) / static_cast<double>(parsed.size());
}

}  // namespace lq::bench
