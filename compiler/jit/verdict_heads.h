#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "runtime/engine/kernel.h"

namespace lq::jit {

// The verdicts of a kernel, numbered: by the first rule's bit that holds (or none), and the
// evidence that holds beside it.
class VerdictHeads {
 public:
  explicit VerdictHeads(const engine::Kernel& kernel);

  // A rule's bit each, and `otherwise` behind them.
  std::size_t winners() const { return winners_; }
  const engine::WinnerTables::Winner& winner(std::size_t index) const;
  // Bits of all evidence, and where they begin.
  std::uint64_t evidence() const { return evidence_; }
  unsigned evidence_begin() const;
  unsigned evidence_width() const;
  // Bits of guards that may hold some winner back.
  std::uint64_t guards() const { return guards_; }
  // Every bit that is looked at.
  std::uint64_t used() const { return tables_.Used(); }
  // Of these, bits that tables do not tell.
  std::uint64_t untold() const { return (tables_.residual | tables_.entangled) & used(); }

  // A verdict's first eight bytes.
  std::uint64_t head(std::size_t winner, std::uint64_t bits) const;
  // How many there are for all winners and all choices of evidence; the greatest number where that
  // is beyond all tables.
  std::size_t count() const;
  // By winner, then by all evidence: count() of them.
  std::vector<std::uint64_t> heads() const;

 private:
  const engine::WinnerTables& tables_;
  std::size_t winners_ = 0;
  std::uint64_t evidence_ = 0;
  std::uint64_t guards_ = 0;
};

}  // namespace lq::jit
