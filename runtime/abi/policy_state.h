#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "runtime/bundle/bundle.h"
#include "runtime/engine/engine.h"
#include "runtime/include/lq/lq.h"

namespace lq::abi {

// A policy as deciders share it. Immutable, but that native code may begin to serve it.
struct PolicyState {
  explicit PolicyState(bundle::Bundle bundle);

  // Runs the code that the bundle brought. False, with `problem`, when there is none to run.
  bool UseNative(std::string& problem);

  Engine engine;
  const std::string description;

  const plan::Plan& plan() const { return engine.plan(); }

 private:
  const std::vector<bundle::NativePart> native_;
  std::mutex installing_;
};

}  // namespace lq::abi

// The handles of lq.h.
struct lq_policy {
  explicit lq_policy(std::shared_ptr<lq::abi::PolicyState> policy) : state(std::move(policy)) {}

  std::atomic<std::size_t> owners = 1;
  std::shared_ptr<lq::abi::PolicyState> state;
};
