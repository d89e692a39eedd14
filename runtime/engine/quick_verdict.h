#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "runtime/engine/confidence_table.h"
#include "runtime/engine/engine_tables.h"
#include "runtime/engine/index_verdict.h"
#include "runtime/engine/quick_rows.h"
#include "runtime/engine/rails.h"
#include "runtime/engine/verdict_bits.h"
#include "runtime/engine/verdict_tables.h"
#include "runtime/plan/row_layout.h"

namespace lq::engine {

// The short way from a plain lead to its verdict, for plans with few conditions: the rows of fixed
// fields, and tables. Shared by threads.
class QuickVerdict {
 public:
  QuickVerdict(const plan::Plan& plan, const EngineTables& tables);

  bool usable() const { return verdicts_.usable(); }
  const VerdictBits& bits() const { return bits_; }
  // For plans that have too many conditions for the rest of this; null where it is of no use.
  const IndexVerdict* many() const { return many_.get(); }
  const plan::RowLayout& layout() const { return layout_; }
  const QuickRows& rows() const { return rows_; }
  // Of the bits of the rules that fired, a lead, in columns.
  std::size_t fired_bytes() const { return fired_bytes_; }
  // Whether every field that a verdict looks at has a value.
  bool AllKnown(const std::uint64_t* row) const {
    return (row[0] & looked_at_[0]) == 0 && (looked_at_.size() == 1 || RestKnown(row));
  }
  const VerdictTables& verdicts() const { return verdicts_; }
  Kernel kernel() const { return {rows_.tables(), verdicts_.tables(), start_, looked_at_}; }
  // Whether the toggles are what they are by default; without any they are.
  bool AreDefaults(std::span<const bool> toggles) const {
    return toggles.empty() || std::equal(toggles.begin(), toggles.end(), default_toggles_.begin());
  }
  // What the toggles leave of all bits: by default, and as given (none: by default).
  std::uint64_t start() const { return start_; }
  std::uint64_t StartFor(std::span<const bool> toggles) const;
  // The rows of fields whose constants depend on as-of, from tables built for it.
  void BuildDated(const std::vector<FieldTable>& dated, QuickRows& rows) const;

 private:
  bool RestKnown(const std::uint64_t* row) const;
  void MakeIndex();
  void FillKnown();
  void AddField(std::uint32_t field, const FieldTable& table, QuickRows& rows) const;

  const plan::Plan& plan_;
  const EngineTables& tables_;
  plan::RowLayout layout_;
  // A bit for each field that a verdict looks at, as a row's bits for no value.
  std::vector<std::uint64_t> looked_at_;
  VerdictBits bits_;
  ConfidenceTable table_;
  VerdictTables verdicts_;
  QuickRows rows_;
  std::unique_ptr<const IndexVerdict> many_;
  std::vector<bool> default_toggles_;
  std::uint64_t start_ = 0;
  std::size_t fired_bytes_ = 0;
  // By field.
  std::vector<QuickRows::KnownTests> known_;
};

}  // namespace lq::engine
