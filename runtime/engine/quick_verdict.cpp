#include "runtime/engine/quick_verdict.h"

#include <algorithm>

namespace lq::engine {
namespace {

// The verdict's bits in one row of a column of flags.
std::uint64_t FlagBits(const ColumnRows& rows, bool flag, const VerdictBits& bits,
                       const RowShape& shape) {
  std::uint64_t result = 0;
  for (std::size_t bit = 0; bit < bits.terms.size(); ++bit) {
    const bool set = rows.Bit(rows.row(flag), bits.terms[bit], shape);
    result |= std::uint64_t{set} << bit;
  }
  return result;
}

}  // namespace

QuickVerdict::QuickVerdict(const plan::Plan& plan, const EngineTables& tables)
    : plan_(plan),
      tables_(tables),
      layout_(plan.schema),
      looked_at_(layout_.absence_words()),
      bits_(plan),
      table_(plan, bits_),
      verdicts_(plan, bits_, table_),
      rows_(layout_),
      known_(plan.schema.fields.size()) {
  for (const plan::Toggle& toggle : plan.toggles)
    default_toggles_.push_back(toggle.on);
  fired_bytes_ =
      usable() ? FiredBytes(verdicts_.tables().Used()) : bits_.rule_words() * sizeof(std::uint64_t);
  if (!usable()) {
    MakeIndex();
    return;
  }
  FillKnown();
  std::vector<std::uint32_t> fields = tables.fixed_fields;
  for (std::uint32_t column : tables.flag_columns) {
    const plan::Column& flag = plan.terms.columns[column];
    const auto& dated = tables.dated_fields;
    if (flag.kind == plan::ColumnKind::kKnown &&
        std::find(dated.begin(), dated.end(), flag.index) == dated.end())
      fields.push_back(flag.index);
  }
  std::sort(fields.begin(), fields.end());
  fields.erase(std::unique(fields.begin(), fields.end()), fields.end());
  for (std::uint32_t field : fields)
    AddField(field, tables.fields[field], rows_);
  fields.insert(fields.end(), tables.dated_fields.begin(), tables.dated_fields.end());
  for (std::uint32_t field : fields)
    looked_at_[field / 64] |= std::uint64_t{1} << (field % 64);
  start_ = StartFor({});
}

void QuickVerdict::MakeIndex() {
  if (!table_.usable())
    return;
  many_ = std::make_unique<const IndexVerdict>(plan_, tables_, bits_, layout_, table_);
  if (many_->usable())
    looked_at_ = many_->index().looked_at();
  else
    many_ = nullptr;
}

void QuickVerdict::FillKnown() {
  for (std::uint32_t column : tables_.flag_columns) {
    const plan::Column& flag = plan_.terms.columns[column];
    if (flag.kind != plan::ColumnKind::kKnown)
      continue;
    QuickRows::KnownTests& known = known_[flag.index];
    known.if_known &= FlagBits(tables_.flag_rows[column], true, bits_, tables_.shape);
    known.if_missing &= FlagBits(tables_.flag_rows[column], false, bits_, tables_.shape);
  }
}

void QuickVerdict::AddField(std::uint32_t field, const FieldTable& table, QuickRows& rows) const {
  rows.Add(field, table, known_[field], bits_, tables_.shape);
}

bool QuickVerdict::RestKnown(const std::uint64_t* row) const {
  std::uint64_t absent = 0;
  for (std::size_t word = 1; word < looked_at_.size(); ++word)
    absent |= row[word] & looked_at_[word];
  return absent == 0;
}

void QuickVerdict::BuildDated(const std::vector<FieldTable>& dated, QuickRows& rows) const {
  rows.Clear();
  for (std::uint32_t field : tables_.dated_fields)
    AddField(field, dated[field], rows);
}

std::uint64_t QuickVerdict::StartFor(std::span<const bool> toggles) const {
  const std::size_t count = bits_.terms.size();
  std::uint64_t start = count == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
  for (std::uint32_t column : tables_.flag_columns) {
    const plan::Column& flag = plan_.terms.columns[column];
    if (flag.kind != plan::ColumnKind::kToggle)
      continue;
    const bool on = toggles.empty() ? plan_.toggles[flag.index].on : toggles[flag.index];
    start &= FlagBits(tables_.flag_rows[column], on, bits_, tables_.shape);
  }
  return start;
}

}  // namespace lq::engine
