#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "runtime/engine/kernel.h"
#include "runtime/engine/native_entries.h"
#include "runtime/engine/rails.h"
#include "runtime/engine/verdict.h"
#include "runtime/engine/verdict_columns.h"
#include "runtime/native/native_image.h"

namespace lq {

// Goes up with each change of what native code does or takes: code of another number is not run.
inline constexpr std::uint32_t kNativeRevision = 2;

// Says how kernels and images look to those who make native code and to those who run it.
inline constexpr std::uint32_t kKernelLayout =
    (NativeImageHeader::kVersion << 24) + (kNativeRevision << 16) + sizeof(engine::Kernel) +
    sizeof(engine::RowTables) + sizeof(engine::WinnerTables);

// What native code knows by heart of the structs that it reads and writes.
static_assert(offsetof(VerdictColumns, status) == 0 && offsetof(VerdictColumns, outcome) == 8 &&
              offsetof(VerdictColumns, proposed) == 16 &&
              offsetof(VerdictColumns, confidence) == 24 &&
              offsetof(VerdictColumns, ceiling) == 32 && offsetof(VerdictColumns, fired) == 40);
static_assert(sizeof(Verdict) == 16 && sizeof(engine::Rails) == 16);
static_assert(sizeof(engine::NativeEntries) == 24);
static_assert(static_cast<int>(Status::kSettled) == 0 &&
              static_cast<int>(Status::kUndecided) == 1 &&
              static_cast<int>(Status::kDoubtful) == 2);

// Everything that a kernel holds, and how kernels and images are laid out, in few bytes: code of a
// kernel with another digest must not be run for it.
std::string KernelDigest(const engine::Kernel& kernel);

}  // namespace lq
