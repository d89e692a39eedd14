#pragma once

#include <atomic>
#include <memory>
#include <string>

#include "runtime/engine/engine.h"
#include "runtime/include/lq/lq.h"

namespace lq::abi {

// A policy as deciders share it. Immutable.
struct PolicyState {
  explicit PolicyState(std::shared_ptr<const plan::Plan> plan);

  Engine engine;
  std::string description;

  const plan::Plan& plan() const { return engine.plan(); }
};

}  // namespace lq::abi

// The handles of lq.h.
struct lq_policy {
  explicit lq_policy(std::shared_ptr<const lq::abi::PolicyState> policy)
      : state(std::move(policy)) {}

  std::atomic<std::size_t> owners = 1;
  std::shared_ptr<const lq::abi::PolicyState> state;
};
