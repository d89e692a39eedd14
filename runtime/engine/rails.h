#pragma once

#include <cstdint>

namespace lq::engine {

// Both rails of up to 64 conditions: `holds` has the bits of those that hold, `open` of those that
// are not ruled out.
struct Rails {
  std::uint64_t holds = ~std::uint64_t{0};
  std::uint64_t open = ~std::uint64_t{0};
};

}  // namespace lq::engine
