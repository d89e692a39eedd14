#pragma once

#include <cstddef>
#include <vector>

#include <benchmark/benchmark.h>

namespace lq::bench {

// The median, and how far the middle half spreads.
struct Middle {
  double median = 0;
  double low_quartile = 0;
  double high_quartile = 0;
};
Middle MiddleOf(std::vector<double> values);
// Puts them into the state's counters `name`, `name_q1` and `name_q3`.
void PutMiddle(const char* name, std::vector<double> values, benchmark::State& state);

// Nanoseconds of this thread's CPU time: what others do on the machine does not count.
double CpuTime();
double CostOfClock();

// Nanoseconds of one call, without what reading the clock takes.
template <typename Work>
double TimeOf(Work& work) {
  static const double clock = CostOfClock();
  const double start = CpuTime();
  work();
  return CpuTime() - start - clock;
}

// Two sides of one comparison, each timed once a round, in turn first.
struct PairedTimes {
  std::vector<double> ours;
  std::vector<double> theirs;
};

// Puts nanoseconds an item of both sides and their ratio into the state's counters.
void Report(const PairedTimes& times, std::size_t items, benchmark::State& state);

// Runs A B, B A, A B … as long as the benchmark lasts. `ours` and `theirs` each do `items` items;
// `prepare` gets the number of the round before each, untimed.
template <typename Prepare, typename Ours, typename Theirs>
void RunPaired(benchmark::State& state, std::size_t items, Prepare prepare, Ours ours,
               Theirs theirs) {
  ours();
  theirs();
  PairedTimes times;
  for (auto _ : state) {
    const std::size_t round = times.ours.size();
    prepare(round);
    const bool ours_first = round % 2 == 0;
    const double before = ours_first ? 0 : TimeOf(theirs);
    times.ours.push_back(TimeOf(ours));
    times.theirs.push_back(ours_first ? TimeOf(theirs) : before);
    state.SetIterationTime((times.ours.back() + times.theirs.back()) * 1e-9);
  }
  Report(times, items, state);
}

// One side alone.
template <typename Prepare, typename Work>
void RunAlone(benchmark::State& state, std::size_t items, Prepare prepare, Work work) {
  work();
  PairedTimes times;
  for (auto _ : state) {
    prepare(times.ours.size());
    times.ours.push_back(TimeOf(work));
    state.SetIterationTime(times.ours.back() * 1e-9);
  }
  Report(times, items, state);
}

}  // namespace lq::bench
