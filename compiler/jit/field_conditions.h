#pragma once

#include <cstdint>
#include <vector>

#include "runtime/engine/kernel.h"

namespace lq::jit {

// Numbers from low to high, both among them.
struct NumberRange {
  std::int64_t low = 0;
  std::int64_t high = 0;
};

// One column of a kernel, and what its numbers say of the verdict's bits.
struct FieldConditions {
  // How a number stands in a column; signed for eight bytes only.
  unsigned bytes = 1;
  // Stands for no value.
  std::int64_t none = 0;
  NumberRange domain;

  // The bits that are set just for numbers in these ranges: ascending, none touching the next.
  struct Condition {
    std::vector<NumberRange> ranges;
    std::vector<unsigned> bits;
  };
  // Bits that every number sets are in none.
  std::vector<Condition> conditions;
};

// In the order of the kernel's bytes, shorts, words and wides. `used`: the bits that matter.
std::vector<FieldConditions> ConditionsOf(const engine::Kernel& kernel, std::uint64_t used);

}  // namespace lq::jit
