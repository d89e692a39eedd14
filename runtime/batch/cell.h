#pragma once

#include <cstdint>
#include <string>

#include "runtime/batch/array_view.h"
#include "runtime/intake/scalar_rules.h"
#include "runtime/value/arena.h"
#include "runtime/value/type.h"
#include "runtime/value/value.h"

namespace lq::batch {

enum class CellState : std::uint8_t {
  // Nothing is said: null, or an empty text.
  kMissing,
  kKnown,
  // A list, or what is no value of the field: intake reads the JSON of it, and finds the words.
  kDoubtful,
  // Offsets lead outside of the array.
  kBroken,
  // Nobody has looked at it yet.
  kUnread,
};

// The short way from a cell to the value of its field, by intake's own rules. `row` is one of the
// column; it is no dictionary's. Texts of `value` go to `arena`.
CellState TakeCell(const ArrayView& column, std::int64_t row, const Type& type,
                   const intake::ScalarRules& rules, Arena& arena, Value& value);

// The same for a cell that intake is to read in any case: never kKnown.
CellState CheckCell(const ArrayView& column, std::int64_t row);

// Appends a cell that is not broken as the canonical lead writes it; of a dictionary its value.
// False, and nothing of use appended, when it holds a text that is not UTF-8.
bool AppendCellJson(const ArrayView& column, std::int64_t row, std::string& json);

}  // namespace lq::batch
