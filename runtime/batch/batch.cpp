#include "runtime/batch/batch.h"

#include "runtime/batch/bound_reader.h"
#include "runtime/batch/column_tables.h"
#include "runtime/batch/plain_rows.h"

namespace lq {
namespace {

// Ends a batch whose rows are all there unless there is a problem; whether there is none.
template <typename Columns>
bool Conclude(Columns& columns, std::string& problem) {
  columns.Finish();
  if (columns.overflows())
    problem = "the decisions hold more than 2 GiB of text; decide the leads in smaller batches";
  if (problem.empty())
    return true;
  columns.Clear();
  columns.Finish();
  return false;
}

}  // namespace

struct BatchDecider::State {
  State(const Engine& engine, batch::ReasonForm reasons)
      : reader(engine.plan().schema), decider(engine), tables([&engine, reasons] {
          return std::make_unique<batch::DecisionColumns>(engine.plan(), reasons);
        }) {}

  void DecideRows(const DecisionInputs& inputs, batch::DecisionColumns& columns,
                  std::string& problem) {
    batch::BatchReader& rows = reader.reader();
    std::int64_t count = 0;
    while (rows.NextBlock(count, problem) && count > 0) {
      for (std::int64_t row = 0; row < count; ++row) {
        rows.Read(row, lead);
        decider.Decide(lead, inputs, decision);
        columns.Append(decision);
      }
    }
  }

  batch::BoundReader reader;
  Decider decider;
  batch::ColumnTables<batch::DecisionColumns> tables;
  Lead lead;
  Decision decision;
};

BatchDecider::BatchDecider(const Engine& engine, batch::ReasonForm reasons)
    : state_(std::make_unique<State>(engine, reasons)) {}
BatchDecider::~BatchDecider() = default;

bool BatchDecider::Bind(const ArrowSchema& columns, std::string& problem) {
  return state_->reader.Bind(columns, problem);
}

const std::vector<std::string>& BatchDecider::unmapped() const { return state_->reader.unmapped(); }

bool BatchDecider::Decide(const ArrowArray& batch, const DecisionInputs& inputs,
                          std::string& problem) {
  batch::DecisionColumns& columns = state_->tables.Begin();
  if (state_->reader.Open(batch, inputs.as_of, problem))
    state_->DecideRows(inputs, columns, problem);
  return Conclude(columns, problem);
}

const batch::DecisionColumns& BatchDecider::decisions() const { return state_->tables.current(); }

void BatchDecider::ExportSchema(ArrowSchema& schema) const { state_->tables.ExportSchema(schema); }

void BatchDecider::Export(ArrowArray& decisions) { state_->tables.Export(decisions); }

struct BatchJudge::State {
  explicit State(const Engine& engine)
      : reader(engine.plan().schema),
        plain(engine.plan().schema, engine.layout()),
        decider(engine),
        tables([&engine] { return std::make_unique<batch::VerdictColumns>(engine); }) {}

  void JudgeRows(const DecisionInputs& inputs, batch::VerdictColumns& columns,
                 std::string& problem) {
    batch::BatchReader& rows = reader.reader();
    std::int64_t count = 0;
    while (rows.NextBlock(count, problem) && count > 0) {
      plain.Fill(rows, count);
      for (std::int64_t row = 0; row < count; ++row)
        JudgeRow(row, inputs, columns);
    }
  }

  void JudgeRow(std::int64_t row, const DecisionInputs& inputs, batch::VerdictColumns& columns) {
    batch::BatchReader& rows = reader.reader();
    std::string_view id;
    if (plain.Has(row) && rows.ReadId(row, id)) {
      columns.Append(id, decider.Judge(plain.at(row), inputs));
    } else if (rows.Read(row, lead)) {
      columns.Append(lead.id, decider.Judge(lead, inputs));
    } else {
      columns.AppendRejected(lead);
    }
  }

  batch::BoundReader reader;
  batch::PlainRows plain;
  Decider decider;
  batch::ColumnTables<batch::VerdictColumns> tables;
  Lead lead;
};

BatchJudge::BatchJudge(const Engine& engine) : state_(std::make_unique<State>(engine)) {}
BatchJudge::~BatchJudge() = default;

bool BatchJudge::Bind(const ArrowSchema& columns, std::string& problem) {
  return state_->reader.Bind(columns, problem);
}

const std::vector<std::string>& BatchJudge::unmapped() const { return state_->reader.unmapped(); }

bool BatchJudge::Judge(const ArrowArray& batch, const DecisionInputs& inputs,
                       std::string& problem) {
  batch::VerdictColumns& columns = state_->tables.Begin();
  if (state_->reader.Open(batch, inputs.as_of, problem))
    state_->JudgeRows(inputs, columns, problem);
  return Conclude(columns, problem);
}

const batch::VerdictColumns& BatchJudge::verdicts() const { return state_->tables.current(); }

void BatchJudge::ExportSchema(ArrowSchema& schema) const { state_->tables.ExportSchema(schema); }

void BatchJudge::Export(ArrowArray& verdicts) { state_->tables.Export(verdicts); }

}  // namespace lq
