#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "runtime/engine/engine_tables.h"
#include "runtime/engine/verdict_bits.h"
#include "runtime/plan/row_layout.h"

namespace lq::engine {

// For plans of many rules: which conditions to look at, found by what a lead has in two fields at
// once, so that most conditions are never looked at. For rows in which every field that is tested
// has a value, under the toggles' defaults.
class RuleIndex {
 public:
  RuleIndex(const plan::Plan& plan, const EngineTables& tables, const VerdictBits& bits,
            const plan::RowLayout& layout);

  // False when too few conditions say what two fields have to be.
  bool usable() const { return usable_; }
  // A bit a field that is tested, as a row's bits for no value.
  const std::vector<std::uint64_t>& looked_at() const { return looked_at_; }
  // The verdict bits of the terms whose tests of numbers pass, in no order; gives how many. `found`
  // has room for all of them and kSpare more. A term with a rest may still fail.
  std::size_t Find(const std::uint64_t* row, std::uint32_t* found) const;
  static constexpr std::uint32_t kSpare = 2;
  bool has_rest(std::uint32_t bit) const { return terms_[bit].has_rest; }

 private:
  // The number in a row, less `low`, is at most `span`; or is not, when turned round.
  struct Range {
    // Of eight bytes of which the number is the last in memory.
    std::uint32_t at = 0;
    // Takes the bytes before it away.
    std::uint16_t shift = 0;
    bool turned = false;
    std::uint64_t low = 0;
    // As it is made, every number passes.
    std::uint64_t span = ~std::uint64_t{0};

    bool Passes(const unsigned char* row) const;
  };
  // Two of its ranges stand in the term, where most terms need no more; further ones in `ranges_`.
  static constexpr std::size_t kOwnRanges = 2;
  struct Term {
    std::array<Range, kOwnRanges> own;
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    bool has_rest = false;
  };
  // Two fields of a byte each, and a bucket of terms for every two values.
  struct Pair {
    std::uint32_t first_at = 0;
    std::uint32_t second_at = 0;
    std::uint32_t stride = 0;
    std::size_t bucket = 0;
  };
  class Builder;

  std::size_t FindCandidates(const unsigned char* row, std::uint32_t* found) const;
  bool Passes(const Term& term, const unsigned char* row) const;

  bool usable_ = false;
  std::vector<std::uint64_t> looked_at_;
  std::vector<Range> ranges_;
  std::vector<Term> terms_;
  std::vector<Pair> pairs_;
  // The terms of bucket i are those from starts_[i] to starts_[i + 1]; kSpare more follow the last.
  std::vector<std::uint32_t> starts_;
  std::vector<std::uint32_t> candidates_;
  // Terms that no two fields choose.
  std::vector<std::uint32_t> always_;
};

}  // namespace lq::engine
