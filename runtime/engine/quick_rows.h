#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

#include "runtime/engine/field_table.h"
#include "runtime/engine/kernel.h"
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
  // And-s the rails of all fields but the coded ones.
  Rails Sweep(const std::uint64_t* row, Rails rails) const;
  // The same for a row in which every field that is looked at has a value: both rails are one.
  std::uint64_t SweepKnown(const std::uint64_t* row, std::uint64_t bits) const;

  const RowTables& tables() const { return tables_; }
  // Fields of which the tables know nothing.
  bool has_coded() const { return !coded_.empty(); }
  Rails SweepCoded(const std::uint64_t* row, Rails rails) const;

 private:
  using Entries = RowTables::Entries;
  // A field of which only its table knows the codes.
  struct Coded {
    std::uint32_t field = 0;
    const FieldTable* table = nullptr;
    Entries entries;
  };
  // Rails of every code of a field, then of no value.
  using CodeRails = std::vector<Rails>;

  // `look` gets the entries of each field that is looked at, and the lead's code there.
  template <bool kAllKnown, typename Look>
  void Visit(const std::uint64_t* row, Look look) const;
  template <bool kAllKnown>
  static std::size_t CodeOf(const RowTables::Stepped& field, std::int64_t number);
  template <typename Look>
  void VisitCoded(const std::uint64_t* row, Look look) const;
  void And(const Entries& entries, std::size_t code, Rails& rails) const;
  template <typename T>
  static T Take(const std::uint64_t* row, std::uint32_t offset) {
    T value;
    std::memcpy(&value, reinterpret_cast<const std::byte*>(row) + offset, sizeof value);
    return value;
  }
  Entries AddEntries(const CodeRails& rails);
  void AddByte(std::uint32_t field, const FieldTable& table, const CodeRails& rails);
  void AddShort(std::uint32_t field, const FieldTable& table, const CodeRails& rails);
  void AddStepped(std::uint32_t field, const FieldTable& table, const CodeRails& rails);

  const plan::RowLayout& layout_;
  RowTables tables_;
  std::vector<Coded> coded_;
};

template <bool kAllKnown, typename Look>
inline void QuickRows::Visit(const std::uint64_t* row, Look look) const {
  for (const RowTables::Byte& byte : tables_.bytes)
    look(byte.entries, std::size_t{Take<std::uint8_t>(row, byte.offset)});
  for (const RowTables::Short& place : tables_.shorts) {
    const std::size_t at = place.codes + Take<std::uint16_t>(row, place.offset);
    look(place.entries, std::size_t{tables_.codes[at]});
  }
  for (const RowTables::Stepped& word : tables_.words)
    look(word.entries, CodeOf<kAllKnown>(word, Take<std::uint32_t>(row, word.offset)));
  for (const RowTables::Stepped& wide : tables_.wides)
    look(wide.entries, CodeOf<kAllKnown>(wide, Take<std::int64_t>(row, wide.offset)));
}

template <bool kAllKnown>
inline std::size_t QuickRows::CodeOf(const RowTables::Stepped& field, std::int64_t number) {
  std::size_t code = 0;
  for (const std::int64_t start : field.starts)
    code += number >= start ? 1U : 0U;
  return !kAllKnown && number == field.none ? field.entries.count - 1 : code;
}

template <typename Look>
inline void QuickRows::VisitCoded(const std::uint64_t* row, Look look) const {
  for (const Coded& coded : coded_) {
    const Value value = layout_.Get(coded.field, row);
    look(coded.entries, value.none() ? coded.entries.count - 1 : coded.table->CodeOf(value));
  }
}

inline void QuickRows::And(const Entries& entries, std::size_t code, Rails& rails) const {
  rails.holds &= tables_.pool[entries.first + code];
  rails.open &= tables_.pool[entries.first + entries.count + code];
}

inline Rails QuickRows::Sweep(const std::uint64_t* row, Rails rails) const {
  Visit<false>(row, [&](const Entries& entries, std::size_t code) { And(entries, code, rails); });
  return rails;
}

inline Rails QuickRows::SweepCoded(const std::uint64_t* row, Rails rails) const {
  VisitCoded(row, [&](const Entries& entries, std::size_t code) { And(entries, code, rails); });
  return rails;
}

inline std::uint64_t QuickRows::SweepKnown(const std::uint64_t* row, std::uint64_t bits) const {
  const std::uint64_t* pool = tables_.pool.data();
  const auto look = [&](const Entries& entries, std::size_t code) {
    bits &= pool[entries.first + code];
  };
  Visit<true>(row, look);
  VisitCoded(row, look);
  return bits;
}

}  // namespace lq::engine
