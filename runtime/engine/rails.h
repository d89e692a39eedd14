#pragma once

#include <cstdint>

namespace lq::engine {

// Both rails of up to 64 conditions: `holds` has the bits of those that hold, `open` of those that
// are not ruled out.
struct Rails {
  std::uint64_t holds = ~std::uint64_t{0};
  std::uint64_t open = ~std::uint64_t{0};

  Rails& operator&=(const Rails& other) {
    // Both words as one vector of 128 bits.
    using Pair [[gnu::vector_size(16)]] = std::uint64_t;
    const Pair both = Pair{holds, open} & Pair{other.holds, other.open};
    holds = both[0];
    open = both[1];
    return *this;
  }
};

}  // namespace lq::engine
