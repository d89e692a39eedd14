// What a lead costs that a service hands through lq.h as JSON: twelve rules over twelve fields. See
// docs/measuring.md.

#include <cstdlib>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <lq/lq.h>

#include "runtime/bundle/bundle.h"
#include "tests/bench/engine_side/policy_texts.h"
#include "tests/bench/scoring/scoring_lead.h"
#include "tools/native/bundled_code.h"

namespace lq::bench {
namespace {

// More than a branch predictor learns by heart.
constexpr std::size_t kLeads = 65'536;
constexpr int kUnknownPercent = 20;
constexpr std::uint64_t kSeed = 20260801;
// 2026-08-01
constexpr lq_options kOptions = {1'785'542'400'000, nullptr, 0, nullptr};

// The bundle with code for this processor, where it can be made.
std::string MakeBundle() {
  const auto texts = ReadTexts(LQ_SOURCE_DIR "/tests/bench/lead_scoring");
  const std::shared_ptr<const plan::Plan> plan =
      MakePlan(*CompileTexts(texts, "lead_scoring.lq")->program);
  std::string problem;
  const auto parts = tool::CompileForBundle(plan, {"host"}, problem);
  return WriteBundle(*plan, {}, parts.value_or(std::vector<bundle::NativePart>()));
}

std::vector<std::string> MakeTexts(int unknown_percent) {
  std::vector<std::string> texts;
  for (const GeneratedLead& lead : MakeLeads(kLeads, unknown_percent, kSeed))
    texts.push_back(ToJson(lead));
  return texts;
}

// Ends the program when `made` is NULL.
template <typename T>
T* Expect(T* made, const lq_error& error) {
  if (made != nullptr)
    return made;
  fmt::print(stderr, "{}\n", error.message);
  std::exit(2);
}

// A policy and its decider; both end with the program.
lq_decider* MakeDecider(const std::string& bundle, bool native) {
  lq_error error = {};
  lq_policy* const policy = Expect(lq_policy_open(bundle.data(), bundle.size(), &error), error);
  if (native && lq_policy_use_native(policy, &error) != LQ_OK)
    Expect<lq_policy>(nullptr, error);
  lq_decider* const decider = Expect(lq_decider_create(policy, &error), error);
  lq_policy_release(policy);
  return decider;
}

void Add(const std::string& name, const std::vector<std::string>& leads, lq_decider* decider,
         bool judges) {
  const auto run = [&leads, decider, judges](benchmark::State& state) {
    std::size_t next = 0;
    for (auto _ : state) {
      const std::string& lead = leads[next++ % kLeads];
      if (judges)
        benchmark::DoNotOptimize(
            lq_verdict_outcome(lq_judge(decider, lead.data(), lead.size(), &kOptions, nullptr)));
      else
        benchmark::DoNotOptimize(
            lq_decision_outcome(lq_decide(decider, lead.data(), lead.size(), &kOptions, nullptr)));
    }
  };
  benchmark::RegisterBenchmark(name.c_str(), run);
}

}  // namespace
}  // namespace lq::bench

int main(int argc, char** argv) {
  using namespace lq::bench;
  benchmark::Initialize(&argc, argv);
  const std::string bundle = MakeBundle();
  const std::vector<std::string> known = MakeTexts(0);
  const std::vector<std::string> partial = MakeTexts(kUnknownPercent);
  lq_decider* const plan = MakeDecider(bundle, false);
  lq_decider* const native = MakeDecider(bundle, true);
  for (const auto& [what, leads] : {std::pair("known", &known), std::pair("partial", &partial)}) {
    Add(fmt::format("judge/native/{}", what), *leads, native, true);
    Add(fmt::format("judge/plan/{}", what), *leads, plan, true);
    Add(fmt::format("decide/{}", what), *leads, plan, false);
  }
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
