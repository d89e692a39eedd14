#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "runtime/engine/engine.h"
#include "runtime/engine/engine_tables.h"
#include "runtime/engine/expression_value.h"
#include "runtime/engine/sweep.h"
#include "runtime/engine/truth.h"

namespace lq::engine {

// What guards may read of the decision so far.
struct Proposal {
  std::uint32_t outcome = 0;
  // Per mille.
  std::int64_t confidence = 0;
  std::int64_t ceiling = 0;
  // Whole points.
  std::int64_t tension_low = 0;
  std::int64_t tension_high = 0;
};

// The conditions and values of one decision: bit rows swept once, everything else worked out when
// it is first asked for, and kept.
class Evaluation final : public ValueSource {
 public:
  Evaluation(const plan::Plan& plan, const EngineTables& tables);

  // Encodes the lead and sweeps the rows. `lead` and `inputs` stay alive until the next Start.
  void Start(const Lead& lead, const DecisionInputs& inputs);
  // The tables of fields whose constants depend on as-of, and how often they were built.
  void RefreshDatedFields(std::int64_t as_of);
  const std::vector<FieldTable>& dated() const { return dated_; }
  std::uint64_t dated_builds() const { return dated_builds_; }
  void Propose(const Proposal& proposal) { proposal_ = proposal; }

  Truth NodeTruth(plan::NodeId node);
  Truth TermTruth(plan::TermId term);
  Truth AtomTruth(std::uint32_t atom);
  // Of one dense test of a term.
  Truth DenseTruth(plan::TermId term, const plan::DenseTest& test) const;
  Possible Value(plan::ExprId id) { return evaluator_->Evaluate(id); }
  const ExpressionEvaluator& evaluator() const { return *evaluator_; }
  bool ToggleOn(std::uint32_t toggle) const;
  // The rows of a value table that its value may come from: the row that holds, else those not
  // ruled out (under `hit first` up to the first that holds). Good until the next call.
  struct RowsInPlay {
    std::span<const plan::TableRow* const> rows;
    bool some_holds = false;
  };
  RowsInPlay FindRows(const plan::Table& table);

  Possible Field(std::uint32_t index) override { return lead_->fields[index]; }
  Possible Derived(std::uint32_t index) override;
  Possible Score(std::uint32_t index) override;
  Possible Table(std::uint32_t index) override;
  Possible Lookup(std::uint32_t index) override;
  Possible Confidence() override;
  Possible Tension() override;

  const plan::Plan& plan() const { return plan_; }
  const EngineTables& tables() const { return tables_; }
  const TermBits& bits() const { return bits_; }
  Arena& arena() { return arena_; }

 private:
  // A value worked out in decision `epoch`.
  template <typename T>
  struct Memo {
    std::uint64_t epoch = 0;
    T value{};
  };

  void EncodeField(std::uint32_t field, const FieldTable& table);
  void EncodeFlags();
  ColumnState Rows(const FieldTable& table, std::size_t slot, std::uint32_t column,
                   const Possible& possible);
  template <typename T, typename Compute>
  const T& Remember(std::vector<Memo<T>>& memos, std::uint32_t index, Compute compute);
  Possible ScoreValue(const plan::Score& score);
  Possible TableValue(const plan::Table& table);
  RowsInPlay FindRows(const plan::Table& table, plan::Assume assume);

  const plan::Plan& plan_;
  const EngineTables& tables_;
  const Lead* lead_ = nullptr;
  DecisionInputs inputs_;
  Proposal proposal_;
  std::uint64_t epoch_ = 0;
  Arena arena_;
  std::optional<ExpressionEvaluator> evaluator_;

  std::vector<ColumnState> columns_;
  // By column, made when first needed.
  std::vector<std::optional<CombinedRows>> combined_;
  TermBits bits_;

  // By field; built for dated fields, for as-of `dated_for_`.
  std::vector<FieldTable> dated_;
  std::optional<std::int64_t> dated_for_;
  std::uint64_t dated_builds_ = 0;
  Arena dated_arena_;

  std::vector<Memo<Truth>> atoms_;
  std::vector<Memo<Possible>> derived_;
  std::vector<Memo<Possible>> scores_;
  std::vector<Memo<Possible>> value_tables_;
  std::vector<Memo<Possible>> lookups_;
};

}  // namespace lq::engine
