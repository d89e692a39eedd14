// How fast twelve rules over twelve fields are decided, beside hand-written baselines in the same
// program: see docs/benchmarks.md. Every answer is compared before anything is timed.
//
//   build/release/bin/scoring_bench [--leads=4096] [flags of Google Benchmark]

#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "tests/bench/measure/paired.h"
#include "tests/bench/scoring/json/hand_json.h"
#include "tests/bench/scoring_bench/world.h"

namespace lq::bench {
namespace {

// A name says what is measured, by which entry of the engine, against what. Each round goes over
// the leads `passes` times: long enough for the clock.
template <typename Ours, typename Theirs>
void Add(const char* name, std::size_t leads, int passes, Ours ours, Theirs theirs) {
  const auto repeat = [passes](auto work) {
    return [passes, work]() mutable {
      for (int pass = 0; pass < passes; ++pass)
        work();
    };
  };
  const auto run = [=](benchmark::State& state) {
    RunPaired(state, leads * static_cast<std::size_t>(passes), repeat(ours), repeat(theirs));
  };
  benchmark::RegisterBenchmark(name, run)->UseManualTime();
}

template <typename Baseline>
auto DecideStructs(const Baseline& baseline, const LeadForms& leads) {
  return [&baseline, &leads, answers = std::vector<Answer>(leads.structs.size())]() mutable {
    baseline.DecideAll(leads.structs, answers);
    benchmark::ClobberMemory();
  };
}

auto DecideColumns(const HandBatch& batch, const ScoringColumns& columns) {
  return [&batch, &columns, answers = AnswerColumns(columns.size())]() mutable {
    batch.Decide(columns, answers);
    benchmark::ClobberMemory();
  };
}

auto DecideJson(std::shared_ptr<HandJson> reader, const World& world) {
  return [reader = std::move(reader), &world,
          answers = std::vector<Answer>(world.known.texts.size())]() mutable {
    ScoringLead lead;
    for (std::size_t i = 0; i < answers.size(); ++i) {
      if (!reader->Read(world.known.texts[i], lead))
        std::abort();
      answers[i] = world.bit_row.Decide(lead);
    }
    benchmark::ClobberMemory();
  };
}

void AddSingle(World& world) {
  const std::size_t count = world.known.parsed.size();
  const auto record = [&world] { world.engine.DecideRecords(world.known.parsed); };
  const auto partial = [&world] { world.engine.DecideRecords(world.partial.parsed); };
  Add("single/record/branchy", count, 1, record, DecideStructs(world.branchy, world.known));
  Add("single/record/bit_row", count, 1, record, DecideStructs(world.bit_row, world.known));
  Add("unknown/record/known", count, 1, partial, record);
}

void AddJson(World& world) {
  const std::size_t count = world.known.parsed.size();
  const auto record = [&world] {
    if (world.engine.DecideTexts(world.known.texts) != 0)
      std::abort();
  };
  Add("json/record/simdjson", count, 1, record, DecideJson(HandJsonByProjectCompiler(), world));
#ifdef LQ_BENCH_HAS_CLANG
  Add("json/record/simdjson_clang", count, 1, record, DecideJson(HandJsonByClang(), world));
#endif
}

void AddBatch(World& world) {
  for (const auto& [name, leads] : {std::pair("batch/record/widest", &world.known)}) {
    const std::size_t count = leads->parsed.size();
    const int passes = static_cast<int>(1 + 200'000 / count);
    Add(
        name, count, passes, [&world, leads] { world.engine.DecideRecords(leads->parsed); },
        DecideColumns(world.batch, leads->columns));
  }
}

void PrintRates(const World& world) {
  std::array<std::size_t, kRules> fired{};
  for (const ScoringLead& lead : world.known.structs) {
    for (std::size_t rule = 0; rule < kRules; ++rule)
      fired[rule] += world.bit_row.Decide(lead).fired >> rule & 1U;
  }
  std::string rates;
  for (const std::size_t count : fired) {
    rates += fmt::format("{:.1f} ", 100.0 * static_cast<double>(count) /
                                        static_cast<double>(world.known.structs.size()));
  }
  benchmark::AddCustomContext("leads", fmt::format("{}", world.known.structs.size()));
  benchmark::AddCustomContext("rules that fire, percent of leads", rates);
  benchmark::AddCustomContext("widest vectors", std::string(world.batch.vectors()));
}

std::size_t LeadsOf(int& count, char** arguments) {
  constexpr std::string_view kFlag = "--leads=";
  for (int i = 1; i < count; ++i) {
    const std::string_view argument = arguments[i];
    if (argument.starts_with(kFlag)) {
      std::copy(arguments + i + 1, arguments + count, arguments + i);
      --count;
      return std::strtoull(argument.data() + kFlag.size(), nullptr, 10);
    }
  }
  return 4096;
}

}  // namespace
}  // namespace lq::bench

int main(int count, char** arguments) {
  using namespace lq::bench;
  const std::size_t leads = LeadsOf(count, arguments);
  benchmark::Initialize(&count, arguments);
  if (benchmark::ReportUnrecognizedArguments(count, arguments))
    return 2;
  World world(leads);
  CompareAnswers(world);
  PrintRates(world);
  AddSingle(world);
  AddJson(world);
  AddBatch(world);
  benchmark::RunSpecifiedBenchmarks();
}
