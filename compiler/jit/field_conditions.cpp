#include "compiler/jit/field_conditions.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <map>

namespace lq::jit {
namespace {

using engine::Kernel;
using engine::RowTables;

// Neighbouring numbers of one code.
struct Piece {
  engine::Interval range;
  // Of the conditions that hold there.
  std::uint64_t row = 0;
};

class Conditions {
 public:
  Conditions(const Kernel& kernel, std::uint64_t used) : kernel_(kernel), used_(used) {}

  FieldConditions Of(const RowTables::Byte& field) const {
    FieldConditions result{
        1, field.entries.count - 1, {0, std::int64_t{field.entries.count} - 2}, {}};
    std::vector<Piece> pieces;
    for (std::uint32_t i = 0; i + 1 < field.entries.count; ++i)
      pieces.push_back({{i, i}, Row(field.entries, i)});
    Fill(pieces, result);
    return result;
  }

  FieldConditions Of(const RowTables::Short& field) const {
    FieldConditions result{2, field.values, {0, std::int64_t{field.values} - 1}, {}};
    std::vector<Piece> pieces;
    for (std::uint32_t i = 0; i < field.values; ++i)
      pieces.push_back({{i, i}, Row(field.entries, kernel_.rows.codes[field.codes + i])});
    Fill(pieces, result);
    return result;
  }

  // `domain`: every number that a column of these bytes can hold.
  FieldConditions Of(const RowTables::Stepped& field, unsigned bytes,
                     engine::Interval domain) const {
    FieldConditions result{bytes, field.none, domain, {}};
    std::vector<Piece> pieces;
    std::int64_t low = domain.low;
    for (std::uint32_t code = 0; code + 1 < field.entries.count; ++code) {
      const bool last = code + 2 == field.entries.count;
      const std::int64_t high = last ? domain.high : field.starts[code] - 1;
      pieces.push_back({{low, high}, Row(field.entries, code)});
      low = last ? high : high + 1;
    }
    Fill(pieces, result);
    return result;
  }

 private:
  std::uint64_t Row(const RowTables::Entries& entries, std::size_t code) const {
    return kernel_.rows.pool[entries.first + code];
  }

  // Bits with the same ranges share a condition.
  void Fill(const std::vector<Piece>& pieces, FieldConditions& result) const {
    std::map<std::vector<bool>, std::size_t> known;
    for (std::uint64_t rest = used_; rest != 0; rest &= rest - 1) {
      const auto bit = static_cast<unsigned>(std::countr_zero(rest));
      std::vector<bool> set;
      for (const Piece& piece : pieces)
        set.push_back((piece.row >> bit & 1) != 0);
      if (std::find(set.begin(), set.end(), false) == set.end())
        continue;
      const auto [found, added] = known.try_emplace(set, result.conditions.size());
      if (added)
        result.conditions.push_back({Ranges(pieces, set), {}});
      result.conditions[found->second].bits.push_back(bit);
    }
  }

  static engine::ValueSet Ranges(const std::vector<Piece>& pieces, const std::vector<bool>& set) {
    engine::ValueSet ranges;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (!set[i])
        continue;
      if (i > 0 && set[i - 1])
        ranges.back().high = pieces[i].range.high;
      else
        ranges.push_back(pieces[i].range);
    }
    return ranges;
  }

  const Kernel& kernel_;
  std::uint64_t used_;
};

}  // namespace

std::vector<FieldConditions> ConditionsOf(const Kernel& kernel, std::uint64_t used) {
  const Conditions conditions(kernel, used);
  std::vector<FieldConditions> result;
  for (const RowTables::Byte& field : kernel.rows.bytes)
    result.push_back(conditions.Of(field));
  for (const RowTables::Short& field : kernel.rows.shorts)
    result.push_back(conditions.Of(field));
  using Limits = std::numeric_limits<std::int64_t>;
  for (const RowTables::Stepped& field : kernel.rows.words)
    result.push_back(conditions.Of(field, 4, {0, std::numeric_limits<std::uint32_t>::max()}));
  for (const RowTables::Stepped& field : kernel.rows.wides)
    result.push_back(conditions.Of(field, 8, {Limits::min(), Limits::max()}));
  return result;
}

}  // namespace lq::jit
