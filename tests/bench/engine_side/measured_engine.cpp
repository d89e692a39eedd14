#include "tests/bench/engine_side/measured_engine.h"

namespace lq::bench {

MeasuredEngine::MeasuredEngine(std::shared_ptr<const plan::Plan> plan)
    : plan_(std::move(plan)), engine_(plan_), decider_(engine_), reader_(plan_->schema) {}

const Decision& MeasuredEngine::Decide(const Lead& lead) {
  decider_.Decide(lead, inputs_, decision_);
  return decision_;
}

void MeasuredEngine::DecideRecords(std::span<const Lead> leads) {
  for (const Lead& lead : leads)
    decider_.Decide(lead, inputs_, decision_);
}

std::size_t MeasuredEngine::DecideTexts(std::span<const std::string_view> texts) {
  std::size_t rejected = 0;
  for (const std::string_view text : texts) {
    if (reader_.Read(text, inputs_.as_of, lead_))
      decider_.Decide(lead_, inputs_, decision_);
    else
      ++rejected;
  }
  return rejected;
}

}  // namespace lq::bench
