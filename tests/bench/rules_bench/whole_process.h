#pragma once

#include <string>
#include <vector>

#include <benchmark/benchmark.h>

namespace lq::bench {

// How long a command takes from start to end, its output thrown away: milliseconds on the wall and
// of CPU time as counters. A command that fails fails the benchmark.
void MeasureProcess(benchmark::State& state, const std::vector<std::string>& command);

}  // namespace lq::bench
