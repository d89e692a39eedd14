#pragma once

#include <cstdint>

#include "runtime/value/value.h"

namespace lq::batch {

// What a column says of the rows of a block, for what looks at many rows at once.
struct ColumnSlice {
  // A value a row: of types whose values are numbers, in the units of Value; else null.
  const std::int64_t* numbers = nullptr;
  // The same for texts; else null.
  const Value* texts = nullptr;
  // A bit a row, 64 rows a word: the value is known. Rows beyond the block's are not set.
  const std::uint64_t* known = nullptr;
  // A bit a row: intake reads the cell in its own time. Neither bit: missing.
  const std::uint64_t* doubtful = nullptr;
};

}  // namespace lq::batch
