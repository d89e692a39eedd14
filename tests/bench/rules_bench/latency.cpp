#include "tests/bench/rules_bench/latency.h"

#include <algorithm>
#include <bit>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include <fmt/format.h>

#include "runtime/intake/lead_reader.h"

namespace lq::bench {
namespace {

constexpr std::size_t kThreads = 2;

using Clock = std::chrono::steady_clock;

// `decide` gets a decider, a lead, and room for a record.
template <typename Decide>
std::vector<std::uint32_t> TimeEach(const SizedPolicy& policy, const Engine& engine,
                                    std::size_t decisions, Decide decide) {
  const std::vector<std::string>& pool = policy.leads.pool();
  LeadReader reader(engine.plan().schema);
  Decider decider(engine);
  Lead lead;
  Decision decision;
  std::vector<std::uint32_t> times;
  times.reserve(decisions);
  for (std::size_t i = 0; i < decisions; ++i) {
    reader.Read(pool[i % pool.size()], 0, lead);
    const Clock::time_point start = Clock::now();
    decide(decider, lead, decision);
    const std::chrono::nanoseconds took = Clock::now() - start;
    times.push_back(static_cast<std::uint32_t>(std::min<std::int64_t>(took.count(), 1U << 31U)));
  }
  return times;
}

void PutPercentiles(std::vector<std::uint32_t>& times, benchmark::State& state) {
  std::sort(times.begin(), times.end());
  const auto at = [&](double share) {
    return static_cast<double>(
        times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))]);
  };
  state.counters["p50"] = at(0.5);
  state.counters["p99"] = at(0.99);
  state.counters["p999"] = at(0.999);
  state.counters["most"] = at(1);
}

// Buckets double in width.
void PutHistogram(const std::vector<std::uint32_t>& times, benchmark::State& state) {
  std::vector<std::size_t> buckets(33);
  for (const std::uint32_t time : times)
    ++buckets[static_cast<std::size_t>(std::bit_width(time))];
  for (std::size_t width = 0; width < buckets.size(); ++width) {
    if (buckets[width] != 0) {
      state.counters[fmt::format("below_{}", std::uint64_t{1} << width)] =
          static_cast<double>(buckets[width]);
    }
  }
}

template <typename Decide>
void Measure(benchmark::State& state, const SizedPolicy& policy, const Engine& engine,
             std::size_t decisions, Decide decide) {
  for (auto _ : state) {
    std::vector<std::vector<std::uint32_t>> times(kThreads);
    std::vector<std::thread> threads;
    for (std::vector<std::uint32_t>& own : times)
      threads.emplace_back([&] { own = TimeEach(policy, engine, decisions, decide); });
    for (std::thread& thread : threads)
      thread.join();
    std::vector<std::uint32_t> all;
    for (const std::vector<std::uint32_t>& own : times)
      all.insert(all.end(), own.begin(), own.end());
    PutHistogram(all, state);
    PutPercentiles(all, state);
  }
}

}  // namespace

void MeasureRecordLatency(benchmark::State& state, const SizedPolicy& policy,
                          std::size_t decisions) {
  Measure(state, policy, policy.engine.engine(), decisions,
          [](Decider& decider, const Lead& lead, Decision& decision) {
            decider.Decide(lead, {}, decision);
          });
}

void MeasureVerdictLatency(benchmark::State& state, const SizedPolicy& policy,
                           std::size_t decisions) {
  const MeasuredEngine& engine = policy.has_native ? policy.native : policy.engine;
  Measure(state, policy, engine.engine(), decisions,
          [](Decider& decider, const Lead& lead, Decision&) {
            benchmark::DoNotOptimize(decider.Judge(lead, {}));
          });
}

}  // namespace lq::bench
