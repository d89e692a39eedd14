#include "runtime/engine/evaluation.h"

#include <algorithm>

#include "runtime/value/date.h"
#include "runtime/value/values.h"

namespace lq::engine {

Evaluation::Evaluation(const plan::Plan& plan, const EngineTables& tables)
    : plan_(plan),
      tables_(tables),
      columns_(plan.terms.columns.size()),
      combined_(plan.terms.columns.size()),
      dated_(plan.schema.fields.size()),
      atoms_(plan.terms.atoms.size()),
      derived_(plan.expressions.derived.size()),
      scores_(plan.scores.size()),
      value_tables_(plan.tables.size()),
      lookups_(plan.lookups.size()) {
  bits_.holds.resize(tables.valid.size());
  bits_.open.resize(tables.valid.size());
}

void Evaluation::Start(const Lead& lead, const DecisionInputs& inputs) {
  lead_ = &lead;
  inputs_ = inputs;
  ++epoch_;
  arena_.Reset();
  evaluator_.emplace(plan_.expressions, inputs.as_of, this, arena_);
  RefreshDatedFields(inputs.as_of);
  for (std::uint32_t field : tables_.fixed_fields)
    EncodeField(field, tables_.fields[field]);
  for (std::uint32_t field : tables_.dated_fields)
    EncodeField(field, dated_[field]);
  EncodeFlags();
  Sweep(tables_.shape, columns_, tables_.valid, bits_);
}

void Evaluation::RefreshDatedFields(std::int64_t as_of) {
  if (tables_.dated_fields.empty())
    return;
  const std::int64_t key = tables_.lifetime == Lifetime::kDay ? DayOfInstant(as_of) : as_of;
  if (dated_for_ == key)
    return;
  dated_for_ = key;
  ++dated_builds_;
  dated_arena_.Reset();
  const ExpressionEvaluator constants(plan_.expressions, as_of, nullptr, dated_arena_);
  for (std::uint32_t field : tables_.dated_fields) {
    dated_[field].Build(plan_, tables_.shape, field, tables_.uses[field], constants);
  }
}

void Evaluation::EncodeField(std::uint32_t field, const FieldTable& table) {
  const Possible& possible = lead_->fields[field];
  for (std::size_t slot = 0; slot < table.columns().size(); ++slot) {
    const std::uint32_t column = table.columns()[slot];
    columns_[tables_.place[column]] = Rows(table, slot, column, possible);
  }
}

ColumnState Evaluation::Rows(const FieldTable& table, std::size_t slot, std::uint32_t column,
                             const Possible& possible) {
  const ColumnRows& rows = table.rows(slot);
  if (possible.form == Possible::Form::kAll)
    return {rows.all_row(), rows.any_row(), rows.pool()};
  if (possible.single()) {
    const std::uint32_t* row = rows.row(table.CodeOf(possible.values[0]));
    return {row, row, rows.pool()};
  }
  if (!combined_[column])
    combined_[column].emplace(tables_.shape);
  CombinedRows& combined = *combined_[column];
  combined.Start();
  if (possible.form == Possible::Form::kBand) {
    const Code last = table.CodeOf(possible.values[1]);
    for (Code code = table.CodeOf(possible.values[0]); code <= last; ++code)
      combined.Add(rows, code);
  } else {
    for (const lq::Value& value : possible.list())
      combined.Add(rows, table.CodeOf(value));
  }
  return combined.state();
}

void Evaluation::EncodeFlags() {
  for (std::uint32_t column : tables_.flag_columns) {
    const plan::Column& flag = plan_.terms.columns[column];
    const bool yes = flag.kind == plan::ColumnKind::kKnown ? !lead_->fields[flag.index].missing()
                                                           : ToggleOn(flag.index);
    const ColumnRows& rows = tables_.flag_rows[column];
    columns_[tables_.place[column]] = {rows.row(yes), rows.row(yes), rows.pool()};
  }
}

bool Evaluation::ToggleOn(std::uint32_t toggle) const {
  return inputs_.toggles.empty() ? plan_.toggles[toggle].on : inputs_.toggles[toggle];
}

Truth Evaluation::NodeTruth(plan::NodeId id) {
  const plan::Node& node = plan_.terms.nodes[id];
  Truth truth{false, false};
  for (plan::TermId term = node.first; term < node.first + node.count; ++term) {
    const Truth next = TermTruth(term);
    truth.holds |= next.holds;
    truth.open |= next.open;
    if (truth.holds)
      break;
  }
  return truth;
}

Truth Evaluation::TermTruth(plan::TermId id) {
  const std::uint64_t bit = std::uint64_t{1} << (id % 64);
  if ((bits_.open[id / 64] & bit) == 0)
    return Truth::Of(false);
  Truth truth{(bits_.holds[id / 64] & bit) != 0, true};
  const plan::Term& term = plan_.terms.terms[id];
  for (std::uint32_t i = 0; i < term.residual_count && truth.open; ++i) {
    const plan::Residual& residual = plan_.terms.residuals[term.first_residual + i];
    const bool is_node = residual.kind == plan::Residual::Kind::kNode;
    const Truth next = is_node ? NodeTruth(residual.index) : AtomTruth(residual.index);
    const Truth signed_next = residual.negated ? !next : next;
    truth.holds &= signed_next.holds;
    truth.open &= signed_next.open;
  }
  return truth.open ? truth : Truth::Of(false);
}

template <typename T, typename Compute>
const T& Evaluation::Remember(std::vector<Memo<T>>& memos, std::uint32_t index, Compute compute) {
  Memo<T>& memo = memos[index];
  if (memo.epoch != epoch_) {
    memo.value = compute();
    memo.epoch = epoch_;
  }
  return memo.value;
}

Truth Evaluation::AtomTruth(std::uint32_t index) {
  const plan::Atom& atom = plan_.terms.atoms[index];
  if (atom.kind == plan::Atom::Kind::kOutcome) {
    const auto first = plan_.terms.outcomes.begin() + atom.first_operand;
    return Truth::Of(std::find(first, first + atom.operand_count, proposal_.outcome) !=
                     first + atom.operand_count);
  }
  return Remember(atoms_, index, [&] { return tables_.atoms.Test(index, *evaluator_, arena_); });
}

Truth Evaluation::DenseTruth(plan::TermId term, const plan::DenseTest& test) const {
  const ColumnState& column = columns_[tables_.place[test.column]];
  const std::uint32_t block = tables_.shape.block_of(term);
  const std::uint32_t word = term / 64 - block * tables_.shape.words;
  const auto bit = [&](const std::uint32_t* ids) {
    return (column.pool[std::size_t{ids[block]} * tables_.shape.words + word] >> (term % 64) & 1) !=
           0;
  };
  return {bit(column.holds), bit(column.open)};
}

Possible Evaluation::Derived(std::uint32_t index) {
  return Remember(derived_, index,
                  [&] { return evaluator_->Evaluate(plan_.expressions.derived[index].value); });
}

Possible Evaluation::Score(std::uint32_t index) {
  return Remember(scores_, index, [&] { return ScoreValue(plan_.scores[index]); });
}

Possible Evaluation::Table(std::uint32_t index) {
  return Remember(value_tables_, index, [&] { return TableValue(plan_.tables[index]); });
}

Possible Evaluation::Lookup(std::uint32_t index) {
  return Remember(lookups_, index, [&] {
    const plan::Lookup& lookup = plan_.lookups[index];
    const std::span<Possible> keys = arena_.MakeArray<Possible>(lookup.keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i)
      keys[i] = lead_->fields[lookup.keys[i]];
    return tables_.lookups[index].Find(keys, arena_);
  });
}

Possible Evaluation::ScoreValue(const plan::Score& score) {
  std::int64_t low = score.begins_at;
  std::int64_t high = score.begins_at;
  for (const plan::ScoreItem& item : score.items) {
    const Truth truth = NodeTruth(item.when);
    if (truth.ruled_out())
      continue;
    if (truth.holds || item.points < 0)
      low += item.points;
    if (truth.holds || item.points > 0)
      high += item.points;
  }
  low = std::clamp(low, score.low, score.high);
  high = std::clamp(high, score.low, score.high);
  return PossibleBand(low, high, low < high ? Cause::kBand : Cause::kNone, arena_);
}

Evaluation::RowsInPlay Evaluation::FindRows(const plan::Table& table, plan::Assume assume) {
  const std::span<const plan::TableRow*> rows =
      arena_.MakeArray<const plan::TableRow*>(table.rows.size());
  std::size_t count = 0;
  bool some_holds = false;
  for (const plan::TableRow& row : table.rows) {
    Truth truth = NodeTruth(row.when);
    if (truth.undecided() && assume != plan::Assume::kNothing)
      truth = Truth::Of(assume == plan::Assume::kYes);
    if (truth.ruled_out() || (some_holds && !truth.holds))
      continue;
    // The first row that holds under `hit unique` leaves no other row in play.
    if (truth.holds && !some_holds && !table.hit_first)
      count = 0;
    rows[count++] = &row;
    some_holds |= truth.holds;
    if (truth.holds && table.hit_first)
      break;
  }
  return {rows.first(count), some_holds};
}

// An assumption may leave a table without `otherwise` no row at all: then nothing is assumed.
Evaluation::RowsInPlay Evaluation::FindRows(const plan::Table& table) {
  const RowsInPlay rows = FindRows(table, table.assume);
  const bool nothing_left = rows.rows.empty() && table.otherwise == plan::kNone;
  return nothing_left ? FindRows(table, plan::Assume::kNothing) : rows;
}

Possible Evaluation::TableValue(const plan::Table& table) {
  const RowsInPlay rows = FindRows(table);
  const std::span<lq::Value> values = arena_.MakeArray<lq::Value>(rows.rows.size() + 1);
  std::size_t count = 0;
  for (const plan::TableRow* row : rows.rows)
    values[count++] = evaluator_->Constant(row->value);
  if (!rows.some_holds && table.otherwise != plan::kNone) {
    values[count++] = evaluator_->Constant(table.otherwise);
  }
  if (count == 0)
    return PossibleAll(Cause::kMissing);
  return PossibleResults(table.type, values.first(count), arena_);
}

Possible Evaluation::Confidence() {
  const Cause cause = proposal_.confidence < proposal_.ceiling ? Cause::kBand : Cause::kNone;
  return PossibleBand(proposal_.confidence * 10, proposal_.ceiling * 10, cause, arena_);
}

Possible Evaluation::Tension() {
  const Cause cause = proposal_.tension_low < proposal_.tension_high ? Cause::kBand : Cause::kNone;
  return PossibleBand(proposal_.tension_low * 1000, proposal_.tension_high * 1000, cause, arena_);
}

}  // namespace lq::engine
