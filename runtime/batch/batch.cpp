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
      : reader(engine.plan().schema),
        plain(engine.plan().schema, engine.layout()),
        decider(engine),
        decisions([&engine, reasons] {
          return std::make_unique<batch::DecisionColumns>(engine.plan(), reasons);
        }),
        verdicts([&engine] { return std::make_unique<batch::VerdictColumns>(engine); }) {}

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
  batch::ColumnTables<batch::DecisionColumns> decisions;
  batch::ColumnTables<batch::VerdictColumns> verdicts;
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
  batch::DecisionColumns& columns = state_->decisions.Begin();
  if (state_->reader.Open(batch, inputs.as_of, problem))
    state_->DecideRows(inputs, columns, problem);
  return Conclude(columns, problem);
}

const batch::DecisionColumns& BatchDecider::decisions() const {
  return state_->decisions.current();
}

void BatchDecider::ExportSchema(ArrowSchema& schema) const {
  state_->decisions.ExportSchema(schema);
}

void BatchDecider::Export(ArrowArray& decisions) { state_->decisions.Export(decisions); }

bool BatchDecider::Judge(const ArrowArray& batch, const DecisionInputs& inputs,
                         std::string& problem) {
  batch::VerdictColumns& columns = state_->verdicts.Begin();
  if (state_->reader.Open(batch, inputs.as_of, problem))
    state_->JudgeRows(inputs, columns, problem);
  return Conclude(columns, problem);
}

const batch::VerdictColumns& BatchDecider::verdicts() const { return state_->verdicts.current(); }

void BatchDecider::ExportVerdictSchema(ArrowSchema& schema) const {
  state_->verdicts.ExportSchema(schema);
}

void BatchDecider::ExportVerdicts(ArrowArray& verdicts) { state_->verdicts.Export(verdicts); }

}  // namespace lq
