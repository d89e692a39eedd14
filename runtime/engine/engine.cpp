#include "runtime/engine/engine.h"

#include <utility>

#include "runtime/engine/decision_maker.h"
#include "runtime/engine/engine_tables.h"

namespace lq {

Engine::Engine(std::shared_ptr<const plan::Plan> plan)
    : plan_(std::move(plan)), tables_(std::make_unique<const engine::EngineTables>(*plan_)) {}

Engine::~Engine() = default;

struct Decider::State {
  engine::DecisionMaker maker;
};

Decider::Decider(const Engine& engine)
    : state_(new State{engine::DecisionMaker(*engine.plan_, *engine.tables_)}) {}

Decider::~Decider() = default;

void Decider::Decide(const Lead& lead, const DecisionInputs& inputs, Decision& decision) {
  state_->maker.Decide(lead, inputs, decision);
}

}  // namespace lq
