#include "runtime/batch/batch.h"

#include <mutex>
#include <optional>
#include <utility>

#include <fmt/ranges.h>

#include "runtime/batch/batch_reader.h"
#include "runtime/batch/column_binding.h"
#include "runtime/batch/export_columns.h"

namespace lq {
namespace {

using batch::BatchReader;
using batch::ColumnBinding;
using batch::ColumnExport;
using batch::DecisionColumns;

// Decisions with what it takes to hand them over.
struct DecisionTable {
  DecisionTable(const plan::Plan& plan, batch::ReasonForm reasons) : columns(plan, reasons) {}

  DecisionColumns columns;
  ColumnExport exported;
};

// Tables that consumers have released, for the next batches.
class TablePool {
 public:
  std::unique_ptr<DecisionTable> Take() {
    const std::lock_guard lock(mutex_);
    if (free_.empty())
      return nullptr;
    auto table = std::move(free_.back());
    free_.pop_back();
    return table;
  }

  void Give(std::unique_ptr<DecisionTable> table) {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(table));
  }

 private:
  std::mutex mutex_;
  std::vector<std::unique_ptr<DecisionTable>> free_;
};

}  // namespace

struct BatchDecider::State {
  State(const Engine& engine_in, batch::ReasonForm reasons_in)
      : engine(engine_in), reasons(reasons_in), decider(engine_in) {}

  // Makes the table an empty one.
  void TakeTable() {
    if (table == nullptr)
      table = pool->Take();
    if (table == nullptr)
      table = std::make_unique<DecisionTable>(engine.plan(), reasons);
    table->columns.Clear();
    table->columns.Finish();
  }

  bool DecideRows(const DecisionInputs& inputs, std::string& problem) {
    std::int64_t rows = 0;
    do {
      if (!reader->NextBlock(rows, problem))
        return false;
      for (std::int64_t row = 0; row < rows; ++row) {
        reader->Read(row, lead);
        decider.Decide(lead, inputs, decision);
        table->columns.Append(decision);
      }
    } while (rows > 0);
    return true;
  }

  const Engine& engine;
  const batch::ReasonForm reasons;
  Decider decider;
  std::optional<ColumnBinding> binding;
  std::optional<BatchReader> reader;
  std::unique_ptr<DecisionTable> table;
  // Outlives this while consumers hold tables.
  std::shared_ptr<TablePool> pool = std::make_shared<TablePool>();
  Lead lead;
  Decision decision;
};

BatchDecider::BatchDecider(const Engine& engine, batch::ReasonForm reasons)
    : state_(std::make_unique<State>(engine, reasons)) {
  state_->TakeTable();
}
BatchDecider::~BatchDecider() = default;

bool BatchDecider::Bind(const ArrowSchema& columns, std::string& problem) {
  const plan::LeadSchema& schema = state_->engine.plan().schema;
  state_->reader.reset();
  state_->binding.emplace(schema, columns);
  problem = fmt::format("{}", fmt::join(state_->binding->problems(), "\n"));
  if (!problem.empty())
    return false;
  state_->reader.emplace(schema, *state_->binding);
  return true;
}

const std::vector<std::string>& BatchDecider::unmapped() const {
  return state_->binding->unmapped();
}

bool BatchDecider::Decide(const ArrowArray& batch, const DecisionInputs& inputs,
                          std::string& problem) {
  State& state = *state_;
  problem.clear();
  state.TakeTable();
  DecisionColumns& columns = state.table->columns;
  if (!state.reader) {
    problem = "no columns are bound; bind the schema of the batches first";
    return false;
  }
  const bool is_decided =
      state.reader->Open(batch, inputs.as_of, problem) && state.DecideRows(inputs, problem);
  if (is_decided && columns.overflows())
    problem = "the decisions hold more than 2 GiB of text; decide the leads in smaller batches";
  if (!problem.empty())
    columns.Clear();
  columns.Finish();
  return problem.empty();
}

const DecisionColumns& BatchDecider::decisions() const { return state_->table->columns; }

void BatchDecider::ExportSchema(ArrowSchema& schema) const {
  if (state_->table == nullptr)
    state_->TakeTable();
  batch::ExportSchema(state_->table->columns.root(), schema);
}

void BatchDecider::Export(ArrowArray& decisions) {
  if (state_->table == nullptr)
    state_->TakeTable();
  DecisionTable* const table = state_->table.release();
  table->exported.Export(table->columns.root(), decisions, [table, pool = state_->pool] {
    pool->Give(std::unique_ptr<DecisionTable>(table));
  });
}

}  // namespace lq
