#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "runtime/engine/engine.h"
#include "runtime/intake/lead_reader.h"

namespace lq::bench {

// The one place that knows how the engine is called. What is measured goes through here, so that a
// new entry of the engine is a new function here.
class MeasuredEngine {
 public:
  explicit MeasuredEngine(std::shared_ptr<const plan::Plan> plan);

  const Engine& engine() const { return engine_; }

  // False when the lead is rejected.
  bool Read(std::string_view text, Lead& lead) { return reader_.Read(text, inputs_.as_of, lead); }
  // The whole record; good until the next call.
  const Decision& Decide(const Lead& lead);

  // What is timed: a record a lead.
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
