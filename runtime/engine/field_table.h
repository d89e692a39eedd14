#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "runtime/engine/expression_value.h"
#include "runtime/engine/value_set.h"
#include "runtime/plan/plan.h"

namespace lq::engine {

using Code = std::uint32_t;

// How the bits of all terms are laid out: blocks of `words` 64-bit words.
struct RowShape {
  std::uint32_t words = 1;
  std::uint32_t blocks = 1;

  static RowShape For(std::size_t terms);
  std::uint32_t block_of(plan::TermId term) const { return term / (64 * words); }
};

// The bit rows of one column: for each value code, a row with one bit a term, set where the
// column's test of that term passes (or the term has none). Rows are lists of block numbers; equal
// neighbours share blocks.
class ColumnRows {
 public:
  static constexpr std::uint32_t kOnes = 0;
  static constexpr std::uint32_t kZeros = 1;

  // One bit of a term that is set for codes [first, last].
  struct Run {
    plan::TermId term = 0;
    Code first = 0;
    Code last = 0;
  };

  // `tested`: the terms that have a test in this column; `runs`: where they pass.
  void Build(const RowShape& shape, const std::vector<plan::TermId>& tested,
             const std::vector<Run>& runs, Code codes);

  const std::uint32_t* row(Code code) const { return &ids_[std::size_t{code} * blocks_]; }
  // Bits that hold for every code, bits that hold for any: the two rails of a missing value.
  const std::uint32_t* all_row() const { return row(codes_); }
  const std::uint32_t* any_row() const { return row(codes_ + 1); }
  const std::uint64_t* pool() const { return pool_.data(); }
  // The bit of one term in a row.
  bool Bit(const std::uint32_t* row, plan::TermId term, const RowShape& shape) const;

 private:
  void AddRow(const std::vector<std::uint64_t>& bits, const RowShape& shape);

  std::uint32_t blocks_ = 0;
  Code codes_ = 0;
  std::vector<std::uint32_t> ids_;
  std::vector<std::uint64_t> pool_;
};

// One dense test of a field by one term.
struct FieldUse {
  plan::TermId term = 0;
  // Indices of Terms::columns and Terms::field_tests.
  std::uint32_t column = 0;
  std::uint32_t test = 0;
};

// For each field of the schema, its uses.
std::vector<std::vector<FieldUse>> UsesOfFields(const plan::Plan& plan);

// How long the rows of a field's table stay right.
Lifetime LifetimeOfUses(const plan::Plan& plan, const std::vector<FieldUse>& uses);

// Value codes of one field, and the rows of the columns that test it.
class FieldTable {
 public:
  // Texts of constants are not copied: what `constants` made must outlive the table.
  void Build(const plan::Plan& plan, const RowShape& shape, std::uint32_t field,
             const std::vector<FieldUse>& uses, const ExpressionEvaluator& constants);

  Code CodeOf(const Value& value) const {
    return textual_ ? TextCode(value.text()) : NumberCode(value.number());
  }
  // The field's columns (indices of Terms::columns), ascending; `rows` follows them.
  const std::vector<std::uint32_t>& columns() const { return columns_; }
  const ColumnRows& rows(std::size_t slot) const { return rows_[slot]; }
  // The numbers that pass; of a field whose values are numbers.
  ValueSet Passing(const plan::Plan& plan, const plan::FieldTest& test,
                   const ExpressionEvaluator& constants) const;
  bool textual() const { return textual_; }
  Code codes() const { return codes_; }
  // Of numbers.
  const Interval& domain() const { return domain_; }
  // Of numbers: the least value of each code but the first, ascending.
  const std::vector<std::int64_t>& starts() const { return starts_; }

 private:
  struct Tested {
    plan::TermId term = 0;
    std::size_t slot = 0;
    ValueSet passing;
  };

  Code NumberCode(std::int64_t number) const;
  Code TextCode(std::string_view text) const;
  void AddText(std::string_view text);
  void CollectTexts(const plan::Plan& plan, const plan::FieldTest& test,
                    const ExpressionEvaluator& constants);
  ValueSet Passing(const plan::Plan& plan, const plan::Literal& literal,
                   const ExpressionEvaluator& constants) const;
  std::int64_t PointOf(const Value& value) const;
  void CollectStarts(const std::vector<Tested>& tested);
  void BuildRows(const RowShape& shape, const std::vector<Tested>& tested);

  bool textual_ = false;
  Interval domain_;
  Code codes_ = 1;
  // Numbers: the least value of each code but the first, ascending; or a code a value for small
  // domains.
  std::vector<std::int64_t> starts_;
  std::vector<std::uint16_t> direct_;
  // Texts: the constants; a text's code is its index, any other text's code is their number.
  // `slots_` is an open-addressing hash table of indices plus one.
  std::vector<std::string_view> texts_;
  std::vector<std::uint32_t> slots_;
  std::vector<std::uint32_t> columns_;
  std::vector<ColumnRows> rows_;
};
}  // namespace lq::engine
