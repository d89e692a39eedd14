#pragma once

#include <cstdint>
#include <vector>

#include "runtime/engine/field_table.h"
#include "runtime/engine/rails.h"
#include "runtime/engine/verdict_bits.h"

namespace lq::engine {

// The bit rows of a plan with at most 64 verdict bits, for leads of which every field has one value
// or none. No value is one more value code: the last entry of a field's rails.
class QuickRows {
 public:
  // What `known` tests of a field say when it is, and when it is not.
  struct KnownTests {
    std::uint64_t if_known = ~std::uint64_t{0};
    std::uint64_t if_missing = ~std::uint64_t{0};
  };

  void Clear();
  // The table lives as long as the rows, and may have no codes (a field that is tested for `known`
  // only).
  void Add(std::uint32_t field, const FieldTable& table, const KnownTests& known,
           const VerdictBits& bits, const RowShape& shape);
  // And-s the rails of all fields. `values`: one a field of the schema.
  Rails Sweep(const Value* values, Rails rails) const;

  // Numbers of a small domain: an entry a value, from `low`.
  struct Direct {
    std::uint32_t field = 0;
    // Entries before the one for no value.
    std::uint32_t count = 0;
    std::int64_t low = 0;
    // Index of the first entry in the pool.
    std::size_t first = 0;
  };
  // Other numbers, few codes: starts[i] begins entry i + 1; entry 0 is for no value.
  struct Stepped {
    std::uint32_t field = 0;
    std::uint32_t count = 0;
    // Of the first start in the pool of starts.
    std::size_t starts = 0;
    std::size_t first = 0;
  };
  // Everything else: an entry a code of the table, the last for no value.
  struct Coded {
    std::uint32_t field = 0;
    const FieldTable* table = nullptr;
    std::size_t first = 0;
  };
  const std::vector<Direct>& direct() const { return direct_; }
  const std::vector<Stepped>& stepped() const { return stepped_; }
  const std::vector<Coded>& coded() const { return coded_; }
  const std::vector<Rails>& pool() const { return pool_; }
  const std::vector<std::int64_t>& starts() const { return starts_; }

 private:
  std::vector<Direct> direct_;
  std::vector<Stepped> stepped_;
  std::vector<Coded> coded_;
  std::vector<Rails> pool_;
  std::vector<std::int64_t> starts_;
};

}  // namespace lq::engine
