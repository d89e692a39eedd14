#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <new>
#include <random>

#include <gtest/gtest.h>

#include "runtime/bundle/bundle.h"
#include "tests/support/bundle/sample_bundle.h"
#include "tests/support/bundle/swell_plan.h"
#include "tests/support/bundle/try_bundle.h"

namespace {

// Bytes that are allocated now, and the most there were.
std::size_t live = 0;
std::size_t most = 0;

void* Allocate(std::size_t bytes) {
  void* const memory = std::malloc(bytes == 0 ? 1 : bytes);
  if (memory == nullptr)
    throw std::bad_alloc();
  live += malloc_usable_size(memory);
  most = std::max(most, live);
  return memory;
}

void Free(void* memory) {
  live -= memory == nullptr ? 0 : malloc_usable_size(memory);
  std::free(memory);
}

}  // namespace

void* operator new(std::size_t bytes) { return Allocate(bytes); }
void* operator new[](std::size_t bytes) { return Allocate(bytes); }
void* operator new(std::size_t bytes, const std::nothrow_t&) noexcept { return Allocate(bytes); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { Free(memory); }
void operator delete(void* memory) noexcept { Free(memory); }
void operator delete[](void* memory) noexcept { Free(memory); }
void operator delete(void* memory, std::size_t) noexcept { Free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { Free(memory); }

namespace lq::bundle {
namespace {

// What reading a bundle and deciding by it may cost, whatever it says.
constexpr std::size_t kBytesAByte = 64;
constexpr std::size_t kBytes = std::size_t{16} << 20;
// Generous, since sanitizers and neighbours take their share: a product would take far longer.
constexpr std::chrono::seconds kTime{5};

TEST(Swelling, CostsWhatTheFileIs) {
  constexpr int kPlansOfEach = 1'000;
  std::mt19937_64 random(1);
  for (const char* name : {"hello", "crm", "inbound_demo", "partner_leads"}) {
    const plan::Plan sample = SamplePlan(name);
    int taken = 0;
    for (int i = 0; i < kPlansOfEach; ++i) {
      plan::Plan plan = sample;
      test::Swell(plan, random);
      const std::string bytes = WriteBundle(plan);
      const std::size_t before = most = live;
      const auto start = std::chrono::steady_clock::now();
      taken += test::TryBundle(bytes) ? 1 : 0;
      EXPECT_LT(std::chrono::steady_clock::now() - start, kTime) << name << " " << i;
      EXPECT_LT(most - before, kBytes + kBytesAByte * bytes.size()) << name << " " << i;
    }
    // Some are plans, or nothing would be shown.
    EXPECT_GT(taken, kPlansOfEach / 20) << name;
  }
}

}  // namespace
}  // namespace lq::bundle
