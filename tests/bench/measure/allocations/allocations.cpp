#include "tests/bench/measure/allocations/allocations.h"

#include <malloc.h>

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

std::atomic<std::size_t> g_count;
std::atomic<std::size_t> g_live;

void* Allocate(std::size_t size) {
  void* block = std::malloc(size);
  if (block == nullptr)
    std::abort();
  g_count.fetch_add(1, std::memory_order_relaxed);
  g_live.fetch_add(malloc_usable_size(block), std::memory_order_relaxed);
  return block;
}

void Free(void* block) {
  g_live.fetch_sub(malloc_usable_size(block), std::memory_order_relaxed);
  std::free(block);
}

}  // namespace

// Not inlined: the compiler would take malloc and operator delete for a mismatch.
[[gnu::noinline]] void* operator new(std::size_t size) { return Allocate(size); }
[[gnu::noinline]] void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  return Allocate(size);
}
[[gnu::noinline]] void operator delete(void* block) noexcept { Free(block); }
[[gnu::noinline]] void operator delete(void* block, std::size_t) noexcept { Free(block); }

namespace lq::bench {

Allocations AllocationsSoFar() { return {g_count, g_live}; }

}  // namespace lq::bench
