#include "runtime/engine/engine.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "runtime/engine/decision_maker.h"
#include "runtime/engine/engine_tables.h"
#include "runtime/engine/quick_verdict.h"

namespace lq {

Engine::Engine(std::shared_ptr<const plan::Plan> plan)
    : plan_(std::move(plan)),
      tables_(std::make_unique<const engine::EngineTables>(*plan_)),
      quick_(std::make_unique<const engine::QuickVerdict>(*plan_, *tables_)) {}

Engine::~Engine() = default;

std::optional<engine::Kernel> Engine::kernel() const {
  if (!quick_->usable())
    return std::nullopt;
  return quick_->kernel();
}

void Engine::Install(std::shared_ptr<const engine::NativeEntries> native) {
  if (installed_ != nullptr)
    return;
  installed_ = std::move(native);
  native_.store(installed_.get(), std::memory_order_release);
}

std::size_t Engine::fired_bytes() const { return quick_->fired_bytes(); }

const plan::RowLayout& Engine::layout() const { return quick_->layout(); }

void Engine::RulesOf(const Verdict& verdict, std::vector<std::uint32_t>& rules) const {
  rules.clear();
  if (verdict.fired == nullptr)
    return;
  const std::vector<std::uint32_t>& owners = quick_->bits().owners;
  for (std::size_t word = 0; word < quick_->bits().rule_words(); ++word) {
    for (std::uint64_t rest = verdict.fired[word]; rest != 0; rest &= rest - 1)
      rules.push_back(owners[word * 64 + static_cast<std::size_t>(std::countr_zero(rest))]);
  }
  std::sort(rules.begin(), rules.end());
  rules.erase(std::unique(rules.begin(), rules.end()), rules.end());
}

struct Decider::State {
  engine::DecisionMaker maker;
};

Decider::Decider(const Engine& engine)
    : state_(new State{
          engine::DecisionMaker(*engine.plan_, *engine.tables_, *engine.quick_, engine.native_)}) {}

Decider::~Decider() = default;

void Decider::Decide(const Lead& lead, const DecisionInputs& inputs, Decision& decision) {
  state_->maker.Decide(lead, inputs, decision);
}

Verdict Decider::Judge(const Lead& lead, const DecisionInputs& inputs) {
  return state_->maker.JudgeLead(lead, inputs);
}

void Decider::JudgeColumns(const LeadColumns& leads, const DecisionInputs& inputs,
                           const VerdictColumns& verdicts) {
  state_->maker.JudgeColumns(leads, inputs, verdicts);
}

Verdict Decider::Judge(const std::uint64_t* row, const DecisionInputs& inputs) {
  return state_->maker.JudgeRow(row, inputs);
}

}  // namespace lq
