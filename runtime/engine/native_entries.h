#pragma once

#include <cstdint>

#include "runtime/engine/rails.h"
#include "runtime/engine/verdict.h"
#include "runtime/engine/verdict_columns.h"

namespace lq::engine {

// What native code of a kernel offers. `start`: the bits that toggles, and fields that the kernel
// does not know, leave.
struct NativeEntries {
  // The verdict of a row in which every field that is looked at has a value; its `fired` is null
  // when there is one without, or when the tables do not tell. Else it points to `fired`.
  Verdict (*judge)(const std::uint64_t* row, std::uint64_t start, std::uint64_t* fired) = nullptr;
  // Both rails of any row.
  void (*sweep)(const std::uint64_t* row, std::uint64_t start, Rails* rails) = nullptr;
  // Verdicts of `blocks` times 64 leads under the toggles' defaults; null when there is no such
  // code. `columns`: in the order of the kernel's bytes, shorts, words and wides. Sets a bit for
  // each lead of which judge would not tell; what stands in its columns of verdicts means nothing.
  void (*judge_columns)(const void* const* columns, std::uint64_t blocks,
                        const VerdictColumns* verdicts, std::uint64_t* rarer) = nullptr;
};

}  // namespace lq::engine
