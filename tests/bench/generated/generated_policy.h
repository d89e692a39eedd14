#pragma once

#include <cstdint>
#include <random>
#include <string>

namespace lq::bench {

// A policy of any size: rules of four tests each (two equalities, two ranges) over 18 fields.
class GeneratedPolicy {
 public:
  explicit GeneratedPolicy(std::uint64_t seed) : random_(seed) {}

  std::string Schema() const;
  // "policy.lq", which uses the schema.
  std::string Policy(int rules);
  // Canonical JSON with a line end.
  std::string Lead(int number);

 private:
  int Below(int limit) { return static_cast<int>(random_() % static_cast<std::uint64_t>(limit)); }
  std::string Rule(int number);
  std::string Evidence(int number);

  std::mt19937_64 random_;
};

}  // namespace lq::bench
