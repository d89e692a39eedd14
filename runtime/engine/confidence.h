#pragma once

#include <cstdint>
#include <vector>

#include "runtime/engine/rule_states.h"

namespace lq::engine {

// Confidence of an outcome, were it the one (language.md, section 7, "Confidence").
struct OutcomeConfidence {
  // Per mille.
  std::int32_t confidence = 0;
  std::int32_t ceiling = 0;
  // Whole points.
  std::int64_t tension_low = 0;
  std::int64_t tension_high = 0;
};

class ConfidenceSums {
 public:
  explicit ConfidenceSums(const plan::Plan& plan);

  // Gathers the strengths of the rules that stand.
  void Start(const RuleStates& rules);
  OutcomeConfidence Of(std::uint32_t outcome, Evaluation& evaluation);

 private:
  struct Bounds {
    std::int64_t low = 0;
    std::int64_t high = 0;
  };
  // Of the rules that choose one outcome and are not F': the least and greatest strength; the
  // greatest among those that are T'.
  struct Base {
    bool any = false;
    bool any_chosen = false;
    std::int32_t least = 0;
    std::int32_t greatest = 0;
    std::int32_t chosen = 0;
    void Add(std::int32_t strength, bool is_chosen);
  };

  const plan::Plan& plan_;
  std::vector<Base> bases_;
  std::vector<Bounds> groups_;
};

}  // namespace lq::engine
