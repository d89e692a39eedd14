#include "runtime/engine/quick_rows.h"

#include <algorithm>

namespace lq::engine {
namespace {

constexpr std::uint64_t kLargestDirect = 256;
constexpr std::size_t kMostSteps = 8;

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
  direct_.clear();
  stepped_.clear();
  coded_.clear();
  pool_.clear();
  starts_.clear();
}

void QuickRows::Add(std::uint32_t field, const FieldTable& table, const KnownTests& known,
                    const VerdictBits& bits, const RowShape& shape) {
  std::vector<Rails> codes;
  for (Code code = 0; code < table.codes(); ++code) {
    const std::uint64_t row =
        BitsOf(table, bits, shape, [&](const ColumnRows& rows) { return rows.row(code); }) &
        known.if_known;
    codes.push_back({row, row});
  }
  const Rails missing{
      BitsOf(table, bits, shape, [](const ColumnRows& rows) { return rows.all_row(); }) &
          known.if_missing,
      BitsOf(table, bits, shape, [](const ColumnRows& rows) { return rows.any_row(); }) &
          known.if_missing};
  const std::size_t first = pool_.size();
  const Interval& domain = table.domain();
  const std::uint64_t size =
      static_cast<std::uint64_t>(domain.high) - static_cast<std::uint64_t>(domain.low);
  const bool numbers = !table.textual() && !table.columns().empty();
  if (numbers && size < kLargestDirect) {
    direct_.push_back({field, static_cast<std::uint32_t>(size + 1), domain.low, first});
    for (std::int64_t value = domain.low; value <= domain.high; ++value)
      pool_.push_back(codes[table.CodeOf(Value::Number(value))]);
    pool_.push_back(missing);
  } else if (numbers && table.starts().size() < kMostSteps) {
    stepped_.push_back({field, table.codes(), starts_.size(), first});
    starts_.push_back(domain.low);
    starts_.insert(starts_.end(), table.starts().begin(), table.starts().end());
    pool_.push_back(missing);
    pool_.insert(pool_.end(), codes.begin(), codes.end());
  } else {
    coded_.push_back({field, &table, first});
    pool_.insert(pool_.end(), codes.begin(), codes.end());
    pool_.push_back(missing);
  }
}

Rails QuickRows::Sweep(const Value* values, Rails rails) const {
  for (const Direct& step : direct_) {
    const auto at = static_cast<std::uint64_t>(values[step.field].number()) -
                    static_cast<std::uint64_t>(step.low);
    rails &= pool_[step.first + std::min<std::uint64_t>(at, step.count)];
  }
  for (const Stepped& step : stepped_) {
    const std::int64_t number = values[step.field].number();
    const std::int64_t* starts = &starts_[step.starts];
    std::size_t code = 0;
    for (std::uint32_t i = 0; i < step.count; ++i)
      code += number >= starts[i] ? 1 : 0;
    rails &= pool_[step.first + code];
  }
  for (const Coded& step : coded_) {
    const Value& value = values[step.field];
    rails &= pool_[step.first + (value.none() ? step.table->codes() : step.table->CodeOf(value))];
  }
  return rails;
}

}  // namespace lq::engine
