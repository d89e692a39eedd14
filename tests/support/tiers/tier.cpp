#include "tests/support/tiers/tier.h"

#include <set>
#include <stdexcept>
#include <utility>

#include "compiler/eval/evaluate.h"
#include "compiler/jit/jit.h"
#include "runtime/bundle/bundle.h"
#include "runtime/engine/engine.h"
#include "runtime/native/native_code.h"
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
  EngineTier(std::string_view name, std::shared_ptr<const plan::Plan> plan)
      : name_(name), engine_(std::move(plan)), decider_(engine_) {}
  std::string_view name() const override { return name_; }
  void Decide(const Lead& lead, const DecideInputs& inputs, Decision& decision) override {
    decider_.Decide(lead, {inputs.as_of, inputs.toggles, inputs.language}, decision);
  }

 private:
  std::string_view name_;
  Engine engine_;
  Decider decider_;
};

// The engine's verdict, put into the place of what its record says of the same.
class VerdictTier : public Tier {
 public:
  explicit VerdictTier(std::shared_ptr<const plan::Plan> plan)
      : engine_(std::move(plan)), decider_(engine_) {}
  std::string_view name() const override { return engine_.is_native() ? "native" : "verdict"; }
  void Decide(const Lead& lead, const DecideInputs& inputs, Decision& decision) override {
    const DecisionInputs given{inputs.as_of, inputs.toggles, inputs.language};
    decider_.Decide(lead, given, decision);
    const Verdict verdict = decider_.Judge(lead, given);
    decision.status = verdict.status;
    if (verdict.status == Status::kRejected)
      return;
    decision.proposed = engine_.plan().outcomes[verdict.proposed].name;
    decision.outcome = OutcomeOf(verdict);
    decision.confidence = verdict.confidence;
    decision.ceiling = verdict.ceiling;
    if (!SameRules(verdict, decision))
      decision.outcome = "(other rules fired)";
  }

 private:
  std::string_view OutcomeOf(const Verdict& verdict) const {
    const plan::Plan& plan = engine_.plan();
    if (verdict.status == Status::kSettled)
      return plan.outcomes[verdict.proposed].name;
    return verdict.status == Status::kDoubtful ? plan.doubtful : plan.undecided;
  }

  // The reasons of a decision name the fired rules that choose what is proposed.
  bool SameRules(const Verdict& verdict, const Decision& decision) const {
    using Named = std::pair<std::string_view, std::uint32_t>;
    std::set<Named> fired;
    std::set<Named> named;
    std::vector<std::uint32_t> rules;
    engine_.RulesOf(verdict, rules);
    for (std::uint32_t index : rules) {
      const plan::Rule& rule = engine_.plan().rules[index];
      if (rule.outcome == verdict.proposed)
        fired.insert({rule.name, rule.row});
    }
    for (const Reason& reason : decision.reasons) {
      if (reason.from == ReasonFrom::kRule || reason.from == ReasonFrom::kTableRow)
        named.insert({reason.name, reason.row});
    }
    return fired == named;
  }

  Engine engine_;
  Decider decider_;

 protected:
  Engine& engine() { return engine_; }
};

// The same by native code, where the plan has a kernel.
class NativeTier : public VerdictTier {
 public:
  explicit NativeTier(std::shared_ptr<const plan::Plan> plan) : VerdictTier(std::move(plan)) {
    const std::optional<engine::Kernel> kernel = engine().kernel();
    if (!kernel)
      return;
    std::string problem;
    const std::string image = CompileKernel(*kernel, NativeTarget::Host(), problem);
    const auto code = NativeCode::Load(image, problem);
    if (code == nullptr)
      throw std::runtime_error("no native code: " + problem);
    engine().Install({code, &code->entries()});
  }
};

// The plan, written as a bundle and read again.
std::shared_ptr<const plan::Plan> ThroughBundle(const plan::Plan& plan) {
  std::string problem;
  std::shared_ptr<const plan::Plan> read = ReadBundle(WriteBundle(plan), problem);
  if (read == nullptr) {
    throw std::runtime_error("a bundle cannot be read: " + problem);
  }
  return read;
}

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
  tiers.push_back(std::make_unique<EngineTier>("engine", plan));
  tiers.push_back(std::make_unique<EngineTier>("bundle", ThroughBundle(*plan)));
  tiers.push_back(std::make_unique<VerdictTier>(plan));
  tiers.push_back(std::make_unique<NativeTier>(std::move(plan)));
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
