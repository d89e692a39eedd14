#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "runtime/plan/plan.h"
#include "runtime/value/possible.h"

namespace lq::engine {

// Finds rows of a lookup by their keys in constant time. Shared by threads; the lookup outlives it.
class LookupIndex {
 public:
  LookupIndex(const plan::Plan& plan, const plan::Lookup& lookup);

  // The possible values for possible keys (one a key field): of every row that a combination of
  // keys may find, and `otherwise` when some combination finds none.
  Possible Find(std::span<const Possible> keys, Arena& arena) const;

 private:
  std::size_t Hash(std::span<const Value> keys) const;
  bool Equal(std::size_t row, std::span<const Value> keys) const;
  // Row of known keys; the number of rows when there is none.
  std::size_t FindRow(std::span<const Value> keys) const;
  bool MayMatch(std::size_t row, std::span<const Possible> keys) const;
  Possible FindEach(std::span<const Possible> keys, std::size_t combinations, Arena& arena) const;
  Possible Scan(std::span<const Possible> keys, Arena& arena) const;
  std::uint64_t DomainSize(std::size_t key, const Possible& possible) const;

  const plan::Lookup& lookup_;
  std::vector<Type> key_types_;
  // Open addressing: row plus one.
  std::vector<std::uint32_t> slots_;
};

// The set of `values` as an expression's possible values: one is known; a set of an ordered type
// with more than 64 becomes its hull.
Possible PossibleResults(const Type& type, std::span<const Value> values, Arena& arena);

}  // namespace lq::engine
