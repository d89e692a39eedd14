#include "compiler/jit/verdict_heads.h"

#include <bit>
#include <limits>

#include "runtime/engine/verdict.h"

namespace lq::jit {

using engine::WinnerTables;

VerdictHeads::VerdictHeads(const engine::Kernel& kernel)
    : tables_(kernel.winners),
      winners_(static_cast<std::size_t>(std::bit_width(kernel.winners.rules)) + 1) {
  for (std::size_t i = 0; i < winners_; ++i) {
    evidence_ |= winner(i).evidence;
    guards_ |= winner(i).guards;
  }
}

const WinnerTables::Winner& VerdictHeads::winner(std::size_t index) const {
  return tables_.winners[index + 1 == winners_ ? 64 : index];
}

unsigned VerdictHeads::evidence_begin() const {
  return evidence_ == 0 ? 0U : static_cast<unsigned>(std::countr_zero(evidence_));
}

unsigned VerdictHeads::evidence_width() const {
  return static_cast<unsigned>(std::bit_width(evidence_ >> evidence_begin()));
}

std::uint64_t VerdictHeads::head(std::size_t index, std::uint64_t bits) const {
  const WinnerTables::Winner& from = winner(index);
  const std::uint64_t choice = (bits & from.evidence) >> from.shift;
  const auto confidence = static_cast<std::uint16_t>(tables_.confidences[from.first + choice]);
  const Status status = confidence < from.needs ? Status::kDoubtful : Status::kSettled;
  return static_cast<std::uint64_t>(status) | std::uint64_t{from.outcome} << 16 |
         std::uint64_t{confidence} << 32 | std::uint64_t{confidence} << 48;
}

std::size_t VerdictHeads::count() const {
  constexpr unsigned kWidest = 16;
  return evidence_width() > kWidest ? std::numeric_limits<std::size_t>::max()
                                    : winners_ << evidence_width();
}

std::vector<std::uint64_t> VerdictHeads::heads() const {
  std::vector<std::uint64_t> heads;
  for (std::size_t i = 0; i < winners_; ++i) {
    for (std::uint64_t choice = 0; choice < std::uint64_t{1} << evidence_width(); ++choice)
      heads.push_back(head(i, choice << evidence_begin()));
  }
  return heads;
}

}  // namespace lq::jit
