#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
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

  // `look` gets the entries of each field that is looked at, and the lead's code there.
  template <bool kAllKnown, typename Look>
  void Visit(const std::uint64_t* row, Look look) const;
  template <typename T>
  static T Take(const std::uint64_t* row, std::uint32_t offset) {
    T value;
    std::memcpy(&value, reinterpret_cast<const std::byte*>(row) + offset, sizeof value);
    return value;
  }
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

template <bool kAllKnown, typename Look>
inline void QuickRows::Visit(const std::uint64_t* row, Look look) const {
  for (const Byte& byte : bytes_)
    look(byte.entries, std::size_t{Take<std::uint8_t>(row, byte.offset)});
  for (const Short& place : shorts_) {
    const std::size_t at = place.codes + Take<std::uint16_t>(row, place.offset);
    look(place.entries, std::size_t{codes_[at]});
  }
  for (const Wide& wide : wides_) {
    const auto number = Take<std::int64_t>(row, wide.offset);
    std::size_t code = 0;
    for (const std::int64_t start : wide.starts)
      code += number >= start ? 1U : 0U;
    const bool none = !kAllKnown && Value::Number(number).none();
    look(wide.entries, none ? wide.entries.count - 1 : code);
  }
  for (const Coded& coded : coded_) {
    const Value value = layout_.Get(coded.field, row);
    look(coded.entries, value.none() ? coded.entries.count - 1 : coded.table->CodeOf(value));
  }
}

inline Rails QuickRows::Sweep(const std::uint64_t* row, Rails rails) const {
  Visit<false>(row, [&](const Entries& entries, std::size_t code) {
    rails.holds &= pool_[entries.first + code];
    rails.open &= pool_[entries.first + entries.count + code];
  });
  return rails;
}

inline std::uint64_t QuickRows::SweepKnown(const std::uint64_t* row, std::uint64_t bits) const {
  const std::uint64_t* pool = pool_.data();
  Visit<true>(
      row, [&](const Entries& entries, std::size_t code) { bits &= pool[entries.first + code]; });
  return bits;
}

}  // namespace lq::engine
