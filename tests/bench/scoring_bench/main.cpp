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

#include "tests/bench/engine_side/column_judge.h"
#include "tests/bench/measure/build_context.h"
#include "tests/bench/measure/paired.h"
#include "tests/bench/scoring/json/hand_json.h"
#include "tests/bench/scoring_bench/arrow_judge.h"
#include "tests/bench/scoring_bench/world.h"

namespace lq::bench {
namespace {

// A name says what is measured, by which entry of the engine, against what. Each round looks at
// other leads.
template <typename Ours, typename Theirs>
void Add(const std::string& name, World& world, Ours ours, Theirs theirs) {
  const auto run = [&world, ours, theirs](benchmark::State& state) {
    const auto prepare = [&world](std::size_t round) { world.FillKnown(round); };
    RunPaired(state, world.known.size(), prepare, ours, theirs);
  };
  benchmark::RegisterBenchmark(name.c_str(), run)->UseManualTime();
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

// Into the nearest memory.
void Touch(const std::vector<std::uint64_t>& rows) {
  std::uint64_t all = 0;
  for (const std::uint64_t word : rows)
    all ^= word;
  benchmark::DoNotOptimize(all);
}

// By a verdict a row.
auto Judge(MeasuredEngine& engine, const LeadWindow& leads) {
  return [&engine, &leads, answers = std::vector<Answer>(leads.size())]() mutable {
    engine.JudgeRows(leads.rows(), answers);
    benchmark::ClobberMemory();
  };
}

auto JudgeLeads(MeasuredEngine& engine, const LeadWindow& leads) {
  return [&engine, &leads, answers = std::vector<Answer>(leads.size())]() mutable {
    engine.JudgeLeads(leads.parsed(), answers);
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

// A batch is decided over and over, long enough for the clock.
constexpr std::size_t kPasses = 100;

template <typename Work>
auto Repeat(Work work) {
  return [work]() mutable {
    for (std::size_t pass = 0; pass < kPasses; ++pass)
      work();
  };
}

auto DecideColumns(const World& world, const ScoringColumns& columns) {
  return [&world, &columns, answers = AnswerColumns(columns.size())]() mutable {
    world.batch.Decide(columns, answers);
    benchmark::ClobberMemory();
  };
}

// Both sides look at the first window, which stays in cache: columns have no branches to learn.
template <typename Ours>
void AddBatch(const std::string& name, World& world, Ours ours) {
  const auto run = [&world, ours](benchmark::State& state) {
    const auto prepare = [&world](std::size_t round) {
      if (round == 0)
        world.FillKnown(0);
    };
    RunPaired(state, world.known.size() * kPasses, prepare, Repeat(ours),
              Repeat(DecideColumns(world, world.columns)));
  };
  benchmark::RegisterBenchmark(name.c_str(), run)->UseManualTime();
}

// A million leads: more than any cache holds.
struct ManyLeads {
  static constexpr std::size_t kLeads = std::size_t{1} << 20;

  void Fill(World& world, MeasuredEngine& engine) {
    std::vector<GeneratedLead> leads;
    std::vector<std::uint64_t> rows;
    for (std::size_t window = 0; leads.size() < kLeads; ++window) {
      world.FillKnown(window);
      const std::vector<GeneratedLead> some = world.generated_window();
      leads.insert(leads.end(), some.begin(), some.end());
      rows.insert(rows.end(), world.known.rows().begin(), world.known.rows().end());
    }
    columns = ToColumns(leads);
    judge = std::make_unique<ColumnJudge>(engine, rows);
  }

  ScoringColumns columns;
  std::unique_ptr<ColumnJudge> judge;
};

void AddFromMemory(const std::string& name, World& world, MeasuredEngine& engine) {
  const auto run = [&world, &engine](benchmark::State& state) {
    ManyLeads many;
    many.Fill(world, engine);
    RunPaired(
        state, many.columns.size(), [](std::size_t) {}, [&many] { many.judge->Judge(); },
        DecideColumns(world, many.columns));
  };
  benchmark::RegisterBenchmark(name.c_str(), run)->UseManualTime();
}

// Columns as others have them, checked and converted: nothing that the baselines do.
void AddArrow(const std::string& name, World& world, MeasuredEngine& engine) {
  const auto judge = std::make_shared<ArrowJudge>(engine, world.generated_window());
  const auto run = [&world, judge](benchmark::State& state) {
    RunAlone(state, world.known.size(), [](std::size_t) {}, [judge] { judge->Judge(); });
  };
  benchmark::RegisterBenchmark(name.c_str(), run)->UseManualTime();
}

// Two windows of leads in turn.
void AddUnknown(const std::string& name, World& world, MeasuredEngine& engine) {
  const auto run = [&world, &engine](benchmark::State& state) {
    const auto prepare = [&world](std::size_t round) {
      world.FillPartial(round);
      world.FillKnown(round);
      Touch(world.partial.rows());
    };
    RunPaired(state, world.known.size(), prepare, Judge(engine, world.partial),
              Judge(engine, world.known));
  };
  benchmark::RegisterBenchmark(name.c_str(), run)->UseManualTime();
}

// By one tier of the engine.
void AddTier(const std::string& tier, World& world, MeasuredEngine& engine) {
  const auto name = [&tier](const char* format) { return fmt::format(fmt::runtime(format), tier); };
  const auto known = Judge(engine, world.known);
  Add(name("single/{}/branchy"), world, known, DecideStructs(world.branchy, world));
  Add(name("single/{}/bit_row"), world, known, DecideStructs(world.bit_row, world));
  AddUnknown(name("unknown/{}/known"), world, engine);
  const auto json = JudgeJson(engine, world.known);
  Add(name("json/{}/simdjson"), world, json, DecideJson(HandJsonByProjectCompiler(), world));
#ifdef LQ_BENCH_HAS_CLANG
  Add(name("json/{}/simdjson_clang"), world, json, DecideJson(HandJsonByClang(), world));
#endif
  const auto columns = std::make_shared<ColumnJudge>(engine, world.known.rows());
  AddBatch(name("batch/{}/widest"), world, [columns] { columns->Judge(); });
  AddBatch(name("batch_rows/{}/widest"), world, known);
  AddFromMemory(name("batch_memory/{}/widest"), world, engine);
  AddArrow(name("batch_arrow/{}"), world, engine);
}

void AddAll(World& world) {
  AddTier("plan", world, world.engine);
  Add("single/lead/branchy", world, JudgeLeads(world.engine, world.known),
      DecideStructs(world.branchy, world));
  const auto record = [&world] { world.engine.DecideRecords(world.known.parsed()); };
  Add("single/record/branchy", world, record, DecideStructs(world.branchy, world));
  if (!world.has_native)
    return;
  AddTier("native", world, world.native);
  Add("tiers/plan/native", world, Judge(world.engine, world.known),
      Judge(world.native, world.known));
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
  AddAll(world);
  benchmark::RunSpecifiedBenchmarks();
}
