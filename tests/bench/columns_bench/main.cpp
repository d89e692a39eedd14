// What a lead costs that comes as a row of columns and leaves as one; see docs/measuring.md.
// Figures are of CPU time, a row of the batch.

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

#include <benchmark/benchmark.h>

#include "runtime/batch/batch.h"
#include "runtime/batch/batch_reader.h"
#include "runtime/batch/export_columns.h"
#include "runtime/intake/lead_reader.h"
#include "runtime/value/values.h"
#include "tests/bench/engine_side/policy_texts.h"
#include "tests/bench/scoring/scoring_lead.h"

namespace lq::bench {
namespace {

constexpr std::size_t kLeads = 65'536;
constexpr int kUnknownPercent = 20;
constexpr std::uint64_t kSeed = 20260801;
// 2026-08-01
constexpr DecisionInputs kInputs{1'785'542'400'000, {}, {}};

using batch::OutColumn;

// Dictionaries for what has names, plain columns for the rest.
std::unique_ptr<OutColumn> MakeColumn(const plan::SchemaField& field) {
  const TypeKind kind = field.type.kind;
  if (IsTextual(kind))
    return OutColumn::Text(field.path);
  if (kind == TypeKind::kYesNo)
    return std::make_unique<OutColumn>(field.path, "b", OutColumn::Layout::kBits);
  if (kind == TypeKind::kEnum || kind == TypeKind::kCountry) {
    std::vector<std::string> names(static_cast<std::size_t>(field.type.high) + 1);
    for (std::size_t i = 0; i < names.size(); ++i)
      AppendValueText(field.type, Value::Number(static_cast<std::int64_t>(i)), names[i]);
    return OutColumn::Dictionary(field.path, names);
  }
  const bool is_money = kind == TypeKind::kMoney;
  return is_money
             ? std::make_unique<OutColumn>(field.path, "d:18,2", OutColumn::Layout::kNumber, 16)
             : OutColumn::Int32(field.path);
}

void AppendField(const plan::SchemaField& field, const Possible& possible, OutColumn& column) {
  if (possible.missing())
    return column.AppendNull();
  const Value& value = possible.values[0];
  if (IsTextual(field.type.kind))
    column.AppendText(value.text());
  else if (field.type.kind == TypeKind::kYesNo)
    column.AppendBit(value.number() != 0);
  else
    column.AppendNumber(value.number());
}

// The batch that is measured.
class Columns {
 public:
  explicit Columns(const plan::LeadSchema& schema) {
    for (const plan::SchemaField& field : schema.fields)
      root_.AddChild(MakeColumn(field));
    LeadReader reader(schema);
    Lead lead;
    for (const GeneratedLead& generated : MakeLeads(kLeads, kUnknownPercent, kSeed)) {
      if (!reader.Read(ToJson(generated), kInputs.as_of, lead))
        std::abort();
      for (std::size_t i = 0; i < schema.fields.size(); ++i)
        AppendField(schema.fields[i], lead.fields[i], *root_.children()[i]);
      root_.EndStruct();
    }
    batch::ExportSchema(root_, types_);
    export_.Export(root_, array_, [] {});
  }
  ~Columns() {
    types_.release(&types_);
    array_.release(&array_);
  }
  Columns(const Columns&) = delete;
  Columns& operator=(const Columns&) = delete;

  const ArrowSchema& types() const { return types_; }
  const ArrowArray& array() const { return array_; }

 private:
  OutColumn root_{"", "+s", OutColumn::Layout::kStruct};
  batch::ColumnExport export_;
  ArrowSchema types_{};
  ArrowArray array_{};
};

struct World {
  World()
      : engine(MakePlan(
            *CompileTexts(ReadTexts(LQ_SOURCE_DIR "/tests/bench/lead_scoring"), "lead_scoring.lq")
                 ->program)),
        columns(engine.plan().schema) {}

  Engine engine;
  Columns columns;
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
  BatchJudge judge(world.engine);
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
