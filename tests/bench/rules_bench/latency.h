#pragma once

#include <benchmark/benchmark.h>

#include "tests/bench/rules_bench/sized_policy.h"

namespace lq::bench {

// Single decisions by two threads at once, each timed by the clock on the wall, of leads that have
// just been read: percentiles and the histogram as counters, in nanoseconds. `below_512` counts
// decisions that took 256 to 511.
void MeasureRecordLatency(benchmark::State& state, const SizedPolicy& policy,
                          std::size_t decisions);
// The same of verdicts, by native code where there is some.
void MeasureVerdictLatency(benchmark::State& state, const SizedPolicy& policy,
                           std::size_t decisions);

}  // namespace lq::bench
