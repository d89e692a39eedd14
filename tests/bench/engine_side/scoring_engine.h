#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "runtime/engine/engine.h"
#include "runtime/intake/lead_reader.h"
#include "tests/bench/scoring/answer.h"

namespace lq::bench {

// The one place that knows how the engine decides lead_scoring.lq: leads in, answers out. What is
// measured goes through here, so that a new entry of the engine is a new function here.
class ScoringEngine {
 public:
  explicit ScoringEngine(std::shared_ptr<const plan::Plan> plan);

  // False when the lead is rejected.
  bool Read(std::string_view text, Lead& lead) { return reader_.Read(text, inputs_.as_of, lead); }

  // From the whole record. `fired` has the rules of the proposed outcome alone: a record names no
  // others.
  Answer AnswerOf(const Lead& lead);

  // What is timed: a whole record a lead.
  void DecideRecords(std::span<const Lead> leads);
  // The same from JSON. Returns how many were rejected.
  std::size_t DecideTexts(std::span<const std::string_view> texts);

 private:
  std::shared_ptr<const plan::Plan> plan_;
  Engine engine_;
  Decider decider_;
  LeadReader reader_;
  DecisionInputs inputs_;
  Decision decision_;
  Lead lead_;
};

}  // namespace lq::bench
