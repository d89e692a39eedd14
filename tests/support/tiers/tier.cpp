#include "tests/support/tiers/tier.h"

#include <stdexcept>

#include "compiler/eval/evaluate.h"
#include "runtime/engine/engine.h"
#include "runtime/record/decision_json.h"
#include "runtime/value/date.h"

namespace lq::test {
namespace {

class Oracle : public Tier {
 public:
  explicit Oracle(const ir::Program& program) : program_(program) {}
  std::string_view name() const override { return "oracle"; }
  void Decide(const Lead& lead, const DecideInputs& inputs, Decision& decision) override {
    Evaluate(program_, lead, {inputs.as_of, inputs.toggles, inputs.language}, decision);
  }

 private:
  const ir::Program& program_;
};

class EngineTier : public Tier {
 public:
  explicit EngineTier(std::shared_ptr<const plan::Plan> plan)
      : engine_(std::move(plan)), decider_(engine_) {}
  std::string_view name() const override { return "engine"; }
  void Decide(const Lead& lead, const DecideInputs& inputs, Decision& decision) override {
    decider_.Decide(lead, {inputs.as_of, inputs.toggles, inputs.language}, decision);
  }

 private:
  Engine engine_;
  Decider decider_;
};

}  // namespace

std::string Tier::DecideJson(const Lead& lead, const DecideInputs& inputs) {
  Decide(lead, inputs, decision_);
  std::string json;
  AppendJson(decision_, json);
  return json;
}

std::vector<std::unique_ptr<Tier>> MakeTiers(const ir::Program& program,
                                             std::shared_ptr<const plan::Plan> plan) {
  std::vector<std::unique_ptr<Tier>> tiers;
  tiers.push_back(std::make_unique<Oracle>(program));
  tiers.push_back(std::make_unique<EngineTier>(std::move(plan)));
  return tiers;
}

std::int64_t ParseAsOf(std::string_view text) {
  std::int64_t as_of = 0;
  std::int64_t day = 0;
  if (ParseDate(text, day)) {
    return day * kMillisecondsPerDay;
  }
  if (!ParseInstant(text, as_of)) {
    throw std::runtime_error("neither a date nor an instant: " + std::string(text));
  }
  return as_of;
}

}  // namespace lq::test
