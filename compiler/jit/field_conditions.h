#pragma once

#include <cstdint>
#include <vector>

#include "runtime/engine/kernel.h"
#include "runtime/engine/value_set.h"

namespace lq::jit {

// One column of a kernel, and what its numbers say of the verdict's bits.
struct FieldConditions {
  // How a number stands in a column; signed for eight bytes only.
  unsigned bytes = 1;
  // Stands for no value.
  std::int64_t none = 0;
  engine::Interval domain;

  // The bits that are set just for numbers in these ranges.
  struct Condition {
    engine::ValueSet ranges;
    std::vector<unsigned> bits;
  };
  // Bits that every number sets are in none.
  std::vector<Condition> conditions;
};

// In the order of the kernel's bytes, shorts, words and wides. `used`: the bits that matter.
std::vector<FieldConditions> ConditionsOf(const engine::Kernel& kernel, std::uint64_t used);

}  // namespace lq::jit
