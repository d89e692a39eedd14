#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "runtime/engine/field_table.h"
#include "runtime/engine/rails.h"
#include "runtime/engine/verdict_bits.h"
#include "runtime/plan/row_layout.h"

namespace lq::engine {

// The bit rows of a plan with at most 64 verdict bits, for leads that stand in a row. No value is
// one more value code, the last of each field.
class QuickRows {
 public:
  // What `known` tests of a field say when it is, and when it is not.
  struct KnownTests {
    std::uint64_t if_known = ~std::uint64_t{0};
    std::uint64_t if_missing = ~std::uint64_t{0};
  };

  explicit QuickRows(const plan::RowLayout& layout) : layout_(layout) {}

  void Clear();
  // The table lives as long as the rows; it has no columns when only `known` tests look at the
  // field.
  void Add(std::uint32_t field, const FieldTable& table, const KnownTests& known,
           const VerdictBits& bits, const RowShape& shape);
  // And-s the rails of all fields.
  Rails Sweep(const std::uint64_t* row, Rails rails) const;
  // The same for a row in which every field that is looked at has a value: both rails are one.
  std::uint64_t SweepKnown(const std::uint64_t* row, std::uint64_t bits) const;

  // The entries of a field: for each code first the rows of the conditions that hold, then of those
  // that are open, in the pool.
  struct Entries {
    std::size_t first = 0;
    // Codes, with the one for no value.
    std::uint32_t count = 0;
  };
  // A byte of the row is the code.
  struct Byte {
    std::uint32_t offset = 0;
    Entries entries;
  };
  // Two bytes of the row are the place of the code in the pool of codes.
  struct Short {
    std::uint32_t offset = 0;
    std::size_t codes = 0;
    Entries entries;
  };
  // Eight bytes of the row: the code is how many of these are at most the number.
  static constexpr std::size_t kSteps = 4;
  struct Wide {
    std::uint32_t offset = 0;
    std::array<std::int64_t, kSteps> starts{};
    Entries entries;
  };
  // The table knows the code.
  struct Coded {
    std::uint32_t field = 0;
    const FieldTable* table = nullptr;
    Entries entries;
  };
  const std::vector<Byte>& bytes() const { return bytes_; }
  const std::vector<Short>& shorts() const { return shorts_; }
  const std::vector<Wide>& wides() const { return wides_; }
  const std::vector<Coded>& coded() const { return coded_; }
  const std::vector<std::uint64_t>& pool() const { return pool_; }
  const std::vector<std::uint16_t>& codes() const { return codes_; }

 private:
  // Rails of every code of a field, then of no value.
  using CodeRails = std::vector<Rails>;

  template <typename Look>
  void Visit(const std::uint64_t* row, Look look) const;
  Entries AddEntries(const CodeRails& rails);
  void AddByte(const plan::RowField& place, const FieldTable& table, const CodeRails& rails);
  void AddShort(const plan::RowField& place, const FieldTable& table, const CodeRails& rails);
  void AddWide(const plan::RowField& place, const FieldTable& table, const CodeRails& rails);

  const plan::RowLayout& layout_;
  std::vector<Byte> bytes_;
  std::vector<Short> shorts_;
  std::vector<Wide> wides_;
  std::vector<Coded> coded_;
  std::vector<std::uint64_t> pool_;
  std::vector<std::uint16_t> codes_;
};

}  // namespace lq::engine
