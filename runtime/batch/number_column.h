#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "runtime/batch/array_view.h"
#include "runtime/batch/row_bits.h"
#include "runtime/value/type.h"

namespace lq::batch {

// A column of whole numbers that are taken many at a time: those from `low` to `high` are values of
// the field, `factor` times as much in the units of Value.
struct NumberColumn {
  std::int64_t low = 0;
  std::int64_t high = 0;
  std::int64_t factor = 1;
};

// How the column's numbers are taken; nothing where cell by cell.
std::optional<NumberColumn> NumbersOf(const ArrayView& view, const Type& type);

// The rows from `first` on: those of `valid` whose number is none of the field become doubtful, the
// others known.
void TakeNumbers(const ArrayView& view, const NumberColumn& column, std::int64_t first,
                 std::size_t count, const RowBits& valid, std::int64_t* numbers, RowBits& known,
                 RowBits& doubtful);

}  // namespace lq::batch
