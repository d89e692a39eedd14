#pragma once

#include <cstddef>

namespace lq::bench {

// Of the whole program since it began: a program that links this room counts what it allocates.
struct Allocations {
  std::size_t count = 0;
  // Bytes that were allocated and not freed yet.
  std::size_t live_bytes = 0;
};
Allocations AllocationsSoFar();

}  // namespace lq::bench
