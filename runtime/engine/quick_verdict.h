#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "runtime/engine/engine_tables.h"
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
  const plan::RowLayout& layout() const { return layout_; }
  const QuickRows& rows() const { return rows_; }
  // Whether every field that a verdict looks at has a value.
  bool AllKnown(const std::uint64_t* row) const {
    std::uint64_t absent = 0;
    for (std::size_t word = 0; word < looked_at_.size(); ++word)
      absent |= row[word] & looked_at_[word];
    return absent == 0;
  }
  const VerdictTables& verdicts() const { return verdicts_; }
  // What the toggles leave of all bits; no toggles: the defaults.
  std::uint64_t Start(std::span<const bool> toggles) const {
    return toggles.empty() ? default_start_ : StartFor(toggles);
  }
  // The rows of fields whose constants depend on as-of, from tables built for it.
  void BuildDated(const std::vector<FieldTable>& dated, QuickRows& rows) const;

 private:
  void FillKnown();
  std::uint64_t StartFor(std::span<const bool> toggles) const;
  void AddField(std::uint32_t field, const FieldTable& table, QuickRows& rows) const;

  const plan::Plan& plan_;
  const EngineTables& tables_;
  plan::RowLayout layout_;
  // A bit for each field that a verdict looks at, as a row's bits for no value.
  std::vector<std::uint64_t> looked_at_;
  VerdictBits bits_;
  VerdictTables verdicts_;
  QuickRows rows_;
  std::uint64_t default_start_ = 0;
  // By field.
  std::vector<QuickRows::KnownTests> known_;
};

}  // namespace lq::engine
