#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "tests/bench/scoring/bit_row.h"
#include "tests/bench/scoring/scoring_lead.h"

namespace lq::bench {

// Answers as columns.
struct AnswerColumns {
  explicit AnswerColumns(std::size_t size);
  Answer at(std::size_t i) const;

  std::vector<std::uint16_t> fired;
  std::vector<std::uint16_t> confidence;
  std::vector<std::uint16_t> ceiling;
  std::vector<std::uint8_t> status;
  std::vector<std::uint8_t> outcome;
  std::vector<std::uint8_t> proposed;
};

// lead_scoring.lq over columns by hand, with the widest vectors of the host: AVX-512 (with its byte
// permutations), else what the compiler makes of plain loops for AVX2 or less.
class HandBatch {
 public:
  // `widest`: by AVX-512 where the host has it.
  explicit HandBatch(const BitRow& rows, bool widest = true);
  void Decide(const ScoringColumns& leads, AnswerColumns& answers) const;
  // "AVX-512", "AVX2", "SSE2".
  std::string_view vectors() const;

 private:
  // By the first rule × 16 and the evidence, as bytes.
  struct Tables {
    alignas(64) std::uint8_t confidence_low[256] = {};
    alignas(64) std::uint8_t confidence_high[256] = {};
    alignas(64) std::uint8_t status[256] = {};
    alignas(64) std::uint8_t outcome[256] = {};
    alignas(64) std::uint8_t proposed[256] = {};
    // By country: bit 0 in dach, bit 1 not served.
    alignas(64) std::uint8_t country[256] = {};
  };
  struct Wide;

  void DecidePlain(const ScoringColumns& leads, std::size_t from, AnswerColumns& answers) const;

  Tables tables_;
  bool has_avx512_;
};

}  // namespace lq::bench
