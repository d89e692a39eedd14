#pragma once

#include <cstdint>
#include <vector>

#include "runtime/engine/verdict_bits.h"
#include "runtime/plan/plan.h"

namespace lq::engine {

// The confidence of every outcome, for each strength that its rules have and each choice of its
// evidence. Evidence is a bit a term here, counted from the first of all.
class ConfidenceTable {
 public:
  ConfidenceTable(const plan::Plan& plan, const VerdictBits& bits);

  // False when there would be too many confidences; nothing else is there then.
  bool usable() const { return usable_; }

  // Of one outcome: where its evidence begins, and how many bits that has.
  struct Evidence {
    std::uint32_t begin = 0;
    std::uint32_t width = 0;

    std::uint64_t mask() const { return ((std::uint64_t{1} << width) - 1) << begin; }
  };
  const Evidence& evidence(std::uint32_t outcome) const { return evidence_[outcome]; }

  // An outcome with a strength.
  struct Base {
    std::uint32_t outcome = 0;
    std::int32_t strength = 0;
    // Of its confidence without evidence; those with it follow by the evidence's bits.
    std::uint32_t first = 0;
  };
  // By outcome, then by strength.
  const std::vector<Base>& bases() const { return bases_; }
  // The plan has a rule of this outcome and strength, or `otherwise` is it.
  std::uint32_t BaseOf(std::uint32_t outcome, std::int32_t strength) const;
  // Per mille.
  const std::vector<std::int16_t>& confidences() const { return confidences_; }

 private:
  bool AddBases(const plan::Plan& plan);
  void Fill(const plan::Plan& plan, const VerdictBits& bits);

  bool usable_ = false;
  std::vector<Evidence> evidence_;
  std::vector<Base> bases_;
  std::vector<std::int16_t> confidences_;
};

}  // namespace lq::engine
