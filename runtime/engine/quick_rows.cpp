#include "runtime/engine/quick_rows.h"

#include <algorithm>
#include <limits>

namespace lq::engine {
namespace {

// Of all fields of two bytes: 8 MiB.
constexpr std::size_t kMostCodes = std::size_t{1} << 22;

// The verdict's bits of one row in every column of a field.
template <typename Row>
std::uint64_t BitsOf(const FieldTable& table, const VerdictBits& bits, const RowShape& shape,
                     Row row) {
  std::uint64_t result = 0;
  for (std::size_t bit = 0; bit < bits.terms.size(); ++bit) {
    bool set = true;
    for (std::size_t slot = 0; slot < table.columns().size() && set; ++slot) {
      const ColumnRows& rows = table.rows(slot);
      set = rows.Bit(row(rows), bits.terms[bit], shape);
    }
    result |= std::uint64_t{set} << bit;
  }
  return result;
}

}  // namespace

void QuickRows::Clear() {
  tables_ = {};
  coded_.clear();
}

void QuickRows::Add(std::uint32_t field, const FieldTable& table, const KnownTests& known,
                    const VerdictBits& bits, const RowShape& shape) {
  CodeRails rails;
  for (Code code = 0; code < table.codes(); ++code) {
    const auto row = [&](const ColumnRows& rows) { return rows.row(code); };
    const std::uint64_t set = BitsOf(table, bits, shape, row) & known.if_known;
    rails.push_back({set, set});
  }
  const auto all = [](const ColumnRows& rows) { return rows.all_row(); };
  const auto any = [](const ColumnRows& rows) { return rows.any_row(); };
  rails.push_back({BitsOf(table, bits, shape, all) & known.if_missing,
                   BitsOf(table, bits, shape, any) & known.if_missing});
  const plan::RowField& place = layout_.field(field);
  // The greatest number of all stands for starts that are not there.
  const bool in_steps = table.starts().size() <= RowTables::kSteps && !table.columns().empty() &&
                        table.domain().high < std::numeric_limits<std::int64_t>::max();
  const bool is_short = place.kind == plan::RowField::Kind::kShort;
  const bool is_wider =
      place.kind == plan::RowField::Kind::kWord || place.kind == plan::RowField::Kind::kWide;
  if (place.kind == plan::RowField::Kind::kByte) {
    AddByte(field, table, rails);
  } else if (is_short && tables_.codes.size() + place.count < kMostCodes) {
    AddShort(field, table, rails);
  } else if (is_wider && in_steps) {
    AddStepped(field, table, rails);
  } else {
    coded_.push_back({field, &table, AddEntries(rails)});
  }
}

QuickRows::Entries QuickRows::AddEntries(const CodeRails& rails) {
  const Entries entries{tables_.pool.size(), static_cast<std::uint32_t>(rails.size())};
  for (const Rails& code : rails)
    tables_.pool.push_back(code.holds);
  for (const Rails& code : rails)
    tables_.pool.push_back(code.open);
  return entries;
}

void QuickRows::AddByte(std::uint32_t field, const FieldTable& table, const CodeRails& rails) {
  const plan::RowField& place = layout_.field(field);
  CodeRails values;
  for (std::uint32_t i = 0; i < place.count; ++i)
    values.push_back(rails[table.CodeOf(Value::Number(place.low + i))]);
  values.push_back(rails.back());
  tables_.bytes.push_back({field, place.offset, AddEntries(values)});
}

void QuickRows::AddShort(std::uint32_t field, const FieldTable& table, const CodeRails& rails) {
  const plan::RowField& place = layout_.field(field);
  tables_.shorts.push_back(
      {field, place.offset, place.count, tables_.codes.size(), AddEntries(rails)});
  for (std::uint32_t i = 0; i < place.count; ++i) {
    tables_.codes.push_back(static_cast<std::uint16_t>(table.CodeOf(Value::Number(place.low + i))));
  }
  tables_.codes.push_back(static_cast<std::uint16_t>(rails.size() - 1));
}

void QuickRows::AddStepped(std::uint32_t field, const FieldTable& table, const CodeRails& rails) {
  const plan::RowField& place = layout_.field(field);
  const bool word = place.kind == plan::RowField::Kind::kWord;
  RowTables::Stepped stepped;
  stepped.field = field;
  stepped.offset = place.offset;
  stepped.none = word ? place.count : Value::None().number();
  stepped.starts.fill(std::numeric_limits<std::int64_t>::max());
  for (std::size_t i = 0; i < table.starts().size(); ++i)
    stepped.starts[i] = table.starts()[i] - (word ? place.low : 0);
  stepped.entries = AddEntries(rails);
  (word ? tables_.words : tables_.wides).push_back(stepped);
}

}  // namespace lq::engine
