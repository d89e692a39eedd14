#include "tests/bench/measure/paired.h"

#include <ctime>

#include <algorithm>
#include <string>

namespace lq::bench {
namespace {

std::vector<double> PerItem(std::vector<double> values, std::size_t items) {
  for (double& value : values)
    value /= static_cast<double>(items);
  return values;
}

}  // namespace

double CpuTime() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e9 + static_cast<double>(now.tv_nsec);
}

double CostOfClock() {
  std::vector<double> costs;
  for (int i = 0; i < 1000; ++i) {
    const double start = CpuTime();
    costs.push_back(CpuTime() - start);
  }
  return MiddleOf(std::move(costs)).median;
}

Middle MiddleOf(std::vector<double> values) {
  if (values.empty())
    return {};
  std::sort(values.begin(), values.end());
  const auto at = [&](double share) {
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
  };
  return {at(0.5), at(0.25), at(0.75)};
}

void PutMiddle(const char* name, std::vector<double> values, benchmark::State& state) {
  const Middle middle = MiddleOf(std::move(values));
  state.counters[name] = middle.median;
  state.counters[std::string(name) + "_q1"] = middle.low_quartile;
  state.counters[std::string(name) + "_q3"] = middle.high_quartile;
}

void Report(const PairedTimes& times, std::size_t items, benchmark::State& state) {
  PutMiddle("ns", PerItem(times.ours, items), state);
  if (times.theirs.empty())
    return;
  PutMiddle("against_ns", PerItem(times.theirs, items), state);
  std::vector<double> ratios;
  for (std::size_t i = 0; i < times.ours.size(); ++i)
    ratios.push_back(times.ours[i] / times.theirs[i]);
  PutMiddle("ratio", std::move(ratios), state);
}

}  // namespace lq::bench
