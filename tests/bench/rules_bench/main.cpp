// What grows with a policy: the time of a decision, of making the plan, memory, latency,
// allocations, and the commands on a policy of 1,000 rules. See docs/benchmarks.md.
//
//   build/release/bin/rules_bench [--quick] [flags of Google Benchmark]

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <string_view>

#include <unistd.h>

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "tests/bench/engine_side/policy_texts.h"
#include "tests/bench/generated/generated_policy.h"
#include "tests/bench/measure/allocations/allocations.h"
#include "tests/bench/measure/build_context.h"
#include "tests/bench/measure/paired.h"
#include "tests/bench/rules_bench/latency.h"
#include "tests/bench/rules_bench/sized_policy.h"
#include "tests/bench/rules_bench/whole_process.h"

namespace lq::bench {
namespace {

struct Sizes {
  std::size_t leads = 16'384;
  std::size_t window = 1024;
  std::size_t latencies = 500'000;
  bool quick = false;
};

using Policies = std::map<int, SizedPolicy>;

auto JudgeAll(SizedPolicy& policy, MeasuredEngine& engine) {
  return [&policy, &engine, answers = std::vector<Answer>(policy.leads.size())]() mutable {
    engine.JudgeRows(policy.leads.rows(), answers);
    benchmark::ClobberMemory();
  };
}

auto DecideRecords(SizedPolicy& policy) {
  return [&policy] { policy.engine.DecideRecords(policy.leads.parsed()); };
}

// On to other leads.
auto Moving(SizedPolicy& policy) {
  return [&policy](std::size_t round) { policy.leads.Fill(round); };
}

template <typename Work>
void AddSize(const std::string& name, SizedPolicy& policy, Work work) {
  benchmark::RegisterBenchmark(name.c_str(), [&policy, work](benchmark::State& state) {
    RunAlone(state, policy.leads.size(), Moving(policy), work);
    state.counters["hit_percent"] = policy.HitRate();
  })->UseManualTime();
}

void AddDecisions(Policies& policies) {
  for (auto& [rules, policy] : policies) {
    AddSize(fmt::format("rules/plan/{}", rules), policy, JudgeAll(policy, policy.engine));
    if (policy.has_native)
      AddSize(fmt::format("rules/native/{}", rules), policy, JudgeAll(policy, policy.native));
    AddSize(fmt::format("rules/record/{}", rules), policy, DecideRecords(policy));
  }
  for (const auto& [more, fewer] : {std::pair(1000, 12), std::pair(10'000, 1000)}) {
    if (!policies.contains(more))
      continue;
    const std::string name = fmt::format("growth/plan/{}_against_{}", more, fewer);
    SizedPolicy& large = policies.at(more);
    SizedPolicy& small = policies.at(fewer);
    benchmark::RegisterBenchmark(name.c_str(), [&large, &small](benchmark::State& state) {
      const auto prepare = [&](std::size_t round) {
        large.leads.Fill(round);
        small.leads.Fill(round);
      };
      RunPaired(state, large.leads.size(), prepare, JudgeAll(large, large.engine),
                JudgeAll(small, small.engine));
    })->UseManualTime();
  }
}

// After checking: the program is there, the engine is not.
void AddBuilding(Policies& policies) {
  const auto add = [](const std::string& name, auto build) {
    benchmark::RegisterBenchmark(name.c_str(), [build](benchmark::State& state) {
      RunAlone(state, 1, [](std::size_t) {}, build);
    })->UseManualTime();
  };
  for (auto& [rules, policy] : policies) {
    const ir::Program& program = *policy.compilation->program;
    add(fmt::format("build/plan/{}", rules),
        [&program] { benchmark::DoNotOptimize(MakePlan(program)); });
    const MeasuredEngine& engine = policy.engine;
    const std::shared_ptr<const plan::Plan> plan = MakePlan(program);
    add(fmt::format("build/engine/{}", rules), [plan] { benchmark::DoNotOptimize(Engine(plan)); });
    if (policy.has_native)
      add(fmt::format("build/native/{}", rules), [&engine] { engine.CompileOnly(); });
  }
}

// Bytes that stay allocated.
void MeasureMemory(benchmark::State& state, const SizedPolicy& policy) {
  for (auto _ : state) {
    const std::size_t before = AllocationsSoFar().live_bytes;
    const std::shared_ptr<const plan::Plan> plan = MakePlan(*policy.compilation->program);
    const std::size_t with_plan = AllocationsSoFar().live_bytes;
    const Engine engine(plan);
    const std::size_t with_engine = AllocationsSoFar().live_bytes;
    Decider decider(engine);
    Decision decision;
    for (const Lead& lead : policy.leads.parsed())
      decider.Decide(lead, {}, decision);
    const std::size_t with_decider = AllocationsSoFar().live_bytes;
    state.counters["plan_bytes"] = static_cast<double>(with_plan - before);
    state.counters["engine_bytes"] = static_cast<double>(with_engine - with_plan);
    state.counters["decider_bytes"] = static_cast<double>(with_decider - with_engine);
  }
}

// Of all the leads, once everything is warm.
void MeasureAllocations(benchmark::State& state, SizedPolicy& policy) {
  std::vector<Answer> answers(policy.leads.size());
  const auto decide = [&] {
    policy.engine.DecideRecords(policy.leads.parsed());
    policy.engine.JudgeRows(policy.leads.rows(), answers);
    policy.engine.JudgeTexts(policy.leads.texts(), answers);
  };
  decide();
  for (auto _ : state) {
    const std::size_t before = AllocationsSoFar().count;
    decide();
    state.counters["allocations"] = static_cast<double>(AllocationsSoFar().count - before);
  }
}

void AddMemory(Policies& policies, const Sizes& sizes) {
  for (auto& [rules, policy] : policies) {
    const auto add = [rules = rules](const char* what, auto measure) {
      benchmark::RegisterBenchmark(fmt::format("{}/{}", what, rules).c_str(), measure)
          ->Iterations(1);
    };
    add("memory", [&policy](benchmark::State& state) { MeasureMemory(state, policy); });
    add("allocations", [&policy](benchmark::State& state) { MeasureAllocations(state, policy); });
    add("latency/record", [&policy, &sizes](benchmark::State& state) {
      MeasureRecordLatency(state, policy, sizes.latencies);
    });
    add("latency/verdict", [&policy, &sizes](benchmark::State& state) {
      MeasureVerdictLatency(state, policy, sizes.latencies);
    });
  }
}

// `lq check` of 1,000 rules, and what costs no policy.
void AddProcesses(const std::filesystem::path& folder) {
  GeneratedPolicy generated(1);
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "lead.lq") << generated.Schema();
  std::ofstream(folder / "policy.lq") << generated.Policy(1000);
  const auto add = [](const char* name, std::vector<std::string> command) {
    benchmark::RegisterBenchmark(name, [command](benchmark::State& state) {
      MeasureProcess(state, command);
    })->UseManualTime();
  };
  add("process/check_1000", {LQ_COMMAND, "check", (folder / "policy.lq").string()});
  add("process/version", {LQ_COMMAND, "--version"});
}

void RunAll(const Sizes& sizes) {
  Policies policies;
  for (const int rules : {12, 100, 1000, 10'000}) {
    if (!sizes.quick || rules < 1000)
      policies.try_emplace(rules, rules, sizes.leads, sizes.window);
  }
  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / fmt::format("lq-rules-bench-{}", getpid());
  AddDecisions(policies);
  AddBuilding(policies);
  AddMemory(policies, sizes);
  AddProcesses(folder);
  benchmark::RunSpecifiedBenchmarks();
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace lq::bench

int main(int count, char** arguments) {
  using namespace lq::bench;
  Sizes sizes;
  char** const end = arguments + count;
  if (std::remove(arguments, end, std::string_view("--quick")) != end) {
    --count;
    sizes = {64, 64, 1000, true};
  }
  benchmark::Initialize(&count, arguments);
  if (benchmark::ReportUnrecognizedArguments(count, arguments))
    return 2;
  AddBuildContext();
  RunAll(sizes);
}
