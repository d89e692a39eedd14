#pragma once

#include "runtime/include/lq/arrow_c_data.h"

namespace lq::test {

// What is released in the end, unless somebody did so before.
struct Exported {
  Exported() = default;
  Exported(const Exported&) = delete;
  Exported& operator=(const Exported&) = delete;
  ~Exported() {
    if (types.release != nullptr)
      types.release(&types);
    if (array.release != nullptr)
      array.release(&array);
  }

  ArrowSchema types{};
  ArrowArray array{};
};

}  // namespace lq::test
