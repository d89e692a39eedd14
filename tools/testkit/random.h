#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace lq::testkit {

// A stream of numbers that is the same on every machine for one seed (SplitMix64).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t Next() {
    state_ += 0x9E3779B97F4A7C15;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
    return mixed ^ (mixed >> 31);
  }
  // From 0 to count - 1.
  std::size_t Below(std::size_t count) { return static_cast<std::size_t>(Next() % count); }
  // Both ends inclusive.
  std::int64_t Between(std::int64_t low, std::int64_t high) {
    const std::uint64_t width =
        static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low) + 1;
    return width == 0 ? static_cast<std::int64_t>(Next())
                      : static_cast<std::int64_t>(static_cast<std::uint64_t>(low) + Next() % width);
  }
  bool Chance(int percent) { return Below(100) < static_cast<std::size_t>(percent); }
  template <typename T>
  const T& Pick(const std::vector<T>& items) {
    return items[Below(items.size())];
  }
  template <typename T>
  void Shuffle(std::vector<T>& items) {
    for (std::size_t i = items.size(); i > 1; --i) {
      std::swap(items[i - 1], items[Below(i)]);
    }
  }

 private:
  std::uint64_t state_;
};

}  // namespace lq::testkit
