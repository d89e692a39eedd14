// What a lead costs that comes as a row of columns and leaves as one; see docs/measuring.md.
// Figures are of CPU time, a row of the batch.

#include <cstdio>
#include <cstdlib>
#include <string>

#include <benchmark/benchmark.h>

#include "runtime/batch/batch.h"
#include "runtime/batch/batch_reader.h"
#include "tests/bench/engine_side/policy_texts.h"
#include "tests/bench/engine_side/record_batch.h"
#include "tests/bench/scoring/scoring_lead.h"

namespace lq::bench {
namespace {

constexpr std::size_t kLeads = 65'536;
constexpr int kUnknownPercent = 20;
constexpr std::uint64_t kSeed = 20260801;
// 2026-08-01
constexpr DecisionInputs kInputs{1'785'542'400'000, {}, {}};

struct World {
  World()
      : engine(MakePlan(
            *CompileTexts(ReadTexts(LQ_SOURCE_DIR "/tests/bench/lead_scoring"), "lead_scoring.lq")
                 ->program)),
        columns(engine.plan().schema, MakeLeads(kLeads, kUnknownPercent, kSeed)) {}

  Engine engine;
  RecordBatch columns;
  std::string problem;
};

void Check(bool good, const World& world) {
  if (good)
    return;
  std::fprintf(stderr, "%s\n", world.problem.c_str());
  std::exit(2);
}

void CountLeads(benchmark::State& state) {
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kLeads));
}

void ReadColumns(benchmark::State& state, World& world) {
  const plan::LeadSchema& schema = world.engine.plan().schema;
  const batch::ColumnBinding binding(schema, world.columns.types());
  batch::BatchReader reader(schema, binding);
  for (auto _ : state) {
    std::int64_t rows = 0;
    Check(reader.Open(world.columns.array(), kInputs.as_of, world.problem), world);
    do {
      Check(reader.NextBlock(rows, world.problem), world);
    } while (rows > 0);
  }
  CountLeads(state);
}

void JudgeColumns(benchmark::State& state, World& world) {
  BatchDecider judge(world.engine);
  Check(judge.Bind(world.columns.types(), world.problem), world);
  for (auto _ : state)
    Check(judge.Judge(world.columns.array(), kInputs, world.problem), world);
  CountLeads(state);
}

void DecideColumns(benchmark::State& state, World& world) {
  BatchDecider decider(world.engine);
  Check(decider.Bind(world.columns.types(), world.problem), world);
  for (auto _ : state)
    Check(decider.Decide(world.columns.array(), kInputs, world.problem), world);
  CountLeads(state);
}

}  // namespace
}  // namespace lq::bench

int main(int argc, char** argv) {
  using namespace lq::bench;
  World world;
  benchmark::Initialize(&argc, argv);
  benchmark::RegisterBenchmark("ReadColumns", [&](auto& state) { ReadColumns(state, world); });
  benchmark::RegisterBenchmark("JudgeColumns", [&](auto& state) { JudgeColumns(state, world); });
  benchmark::RegisterBenchmark("DecideColumns", [&](auto& state) { DecideColumns(state, world); });
  benchmark::RunSpecifiedBenchmarks();
}
