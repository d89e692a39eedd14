// How fast twelve rules over twelve fields are decided, beside hand-written baselines in the same
// program: see docs/benchmarks.md. Every answer is compared before anything is timed.
//
//   build/release/bin/scoring_bench [--leads=65536] [flags of Google Benchmark]

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "tests/bench/measure/build_context.h"
#include "tests/bench/measure/paired.h"
#include "tests/bench/scoring/json/hand_json.h"
#include "tests/bench/scoring_bench/world.h"

namespace lq::bench {
namespace {

// A name says what is measured, by which entry of the engine, against what. Each round looks at
// other leads.
template <typename Ours, typename Theirs>
void Add(const char* name, World& world, Ours ours, Theirs theirs) {
  const auto run = [&world, ours, theirs](benchmark::State& state) {
    const auto prepare = [&world](std::size_t round) { world.Fill(round); };
    RunPaired(state, world.known.size(), prepare, ours, theirs);
  };
  benchmark::RegisterBenchmark(name, run)->UseManualTime();
}

template <typename Baseline>
auto DecideStructs(const Baseline& baseline, const World& world) {
  return [&baseline, &world, answers = std::vector<Answer>(world.structs.size())]() mutable {
    baseline.DecideAll(world.structs, answers);
    benchmark::ClobberMemory();
  };
}

auto DecideJson(std::shared_ptr<HandJson> reader, const World& world) {
  return [reader = std::move(reader), &world,
          answers = std::vector<Answer>(world.known.size())]() mutable {
    ScoringLead lead;
    for (std::size_t i = 0; i < answers.size(); ++i) {
      if (!reader->Read(world.known.texts()[i], lead))
        std::abort();
      answers[i] = world.bit_row.Decide(lead);
    }
    benchmark::ClobberMemory();
  };
}

// By a verdict a lead.
auto Judge(MeasuredEngine& engine, const LeadWindow& leads) {
  return [&engine, &leads, answers = std::vector<Answer>(leads.size())]() mutable {
    engine.JudgeAll(leads.parsed(), answers);
    benchmark::ClobberMemory();
  };
}

auto JudgeJson(MeasuredEngine& engine, const LeadWindow& leads) {
  return [&engine, &leads, answers = std::vector<Answer>(leads.size())]() mutable {
    if (!engine.JudgeTexts(leads.texts(), answers))
      std::abort();
    benchmark::ClobberMemory();
  };
}

void AddSingle(World& world) {
  const auto plan = Judge(world.engine, world.known);
  const auto record = [&world] { world.engine.DecideRecords(world.known.parsed()); };
  Add("single/plan/branchy", world, plan, DecideStructs(world.branchy, world));
  Add("single/plan/bit_row", world, plan, DecideStructs(world.bit_row, world));
  Add("single/record/branchy", world, record, DecideStructs(world.branchy, world));
  Add("unknown/plan/known", world, Judge(world.engine, world.partial), plan);
}

void AddJson(World& world) {
  const auto plan = JudgeJson(world.engine, world.known);
  Add("json/plan/simdjson", world, plan, DecideJson(HandJsonByProjectCompiler(), world));
#ifdef LQ_BENCH_HAS_CLANG
  Add("json/plan/simdjson_clang", world, plan, DecideJson(HandJsonByClang(), world));
#endif
}

// The same window over and over, long enough for the clock: no side has branches to learn.
void AddBatch(World& world) {
  constexpr int kPasses = 100;
  const auto repeat = [](auto work) {
    return [work]() mutable {
      for (int pass = 0; pass < kPasses; ++pass)
        work();
    };
  };
  const auto theirs = [&world, answers = AnswerColumns(world.columns.size())]() mutable {
    world.batch.Decide(world.columns, answers);
    benchmark::ClobberMemory();
  };
  const auto run = [&world, repeat, theirs](benchmark::State& state) {
    RunPaired(
        state, world.known.size() * kPasses, [](std::size_t) {},
        repeat(Judge(world.engine, world.known)), repeat(theirs));
  };
  benchmark::RegisterBenchmark("batch/plan/widest", run)->UseManualTime();
}

void PrintRates(const World& world) {
  std::array<std::size_t, kRules> fired{};
  for (const GeneratedLead& made : world.generated) {
    for (std::size_t rule = 0; rule < kRules; ++rule)
      fired[rule] += world.bit_row.Decide(made.lead).fired >> rule & 1U;
  }
  std::string rates;
  for (const std::size_t count : fired) {
    rates += fmt::format("{:.1f} ", 100.0 * static_cast<double>(count) /
                                        static_cast<double>(world.generated.size()));
  }
  benchmark::AddCustomContext("leads", fmt::format("{}", world.generated.size()));
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
  return 65'536;
}

}  // namespace
}  // namespace lq::bench

int main(int count, char** arguments) {
  using namespace lq::bench;
  const std::size_t leads = LeadsOf(count, arguments);
  benchmark::Initialize(&count, arguments);
  if (benchmark::ReportUnrecognizedArguments(count, arguments))
    return 2;
  AddBuildContext();
  World world(leads, std::min<std::size_t>(leads, 1024));
  CompareAnswers(world);
  PrintRates(world);
  AddSingle(world);
  AddJson(world);
  AddBatch(world);
  benchmark::RunSpecifiedBenchmarks();
}
