#pragma once

#include <cstdint>

namespace lq::bench {

// What both sides of a comparison put out for a lead. Rules are numbered as lead_scoring.lq writes
// them, outcomes strongest first.
struct Answer {
  std::uint16_t fired = 0;
  // Per mille.
  std::uint16_t confidence = 0;
  std::uint16_t ceiling = 0;
  // lq::Status.
  std::uint8_t status = 0;
  // An outcome, or kAskFirst or kLookAtIt.
  std::uint8_t outcome = 0;
  std::uint8_t proposed = 0;

  friend bool operator==(const Answer&, const Answer&) = default;
};

enum Outcome : std::uint8_t {
  kDisqualified,
  kSalesReady,
  kSalesCall,
  kNurture,
  kOutcomes,
  kAskFirst = kOutcomes,
  kLookAtIt,
};

inline constexpr int kRules = 12;
inline constexpr int kEvidence = 4;

}  // namespace lq::bench
