#pragma once

#include <atomic>
#include <memory>
#include <mutex>

#include "runtime/abi/policy_state.h"

namespace lq::abi {

// The policy in force, for a service and its deciders.
class ServiceState {
 public:
  explicit ServiceState(std::shared_ptr<PolicyState> policy) : policy_(std::move(policy)) {}

  // Grows with each change. A policy that is read later is of this generation or a newer one.
  std::uint64_t generation() const { return generation_.load(std::memory_order_acquire); }

  // The policy and its generation.
  std::shared_ptr<PolicyState> policy(std::uint64_t& generation) const {
    const std::lock_guard lock(mutex_);
    generation = generation_.load(std::memory_order_relaxed);
    return policy_;
  }

  void Replace(std::shared_ptr<PolicyState> policy) {
    const std::lock_guard lock(mutex_);
    policy_.swap(policy);
    generation_.fetch_add(1, std::memory_order_release);
  }

 private:
  std::atomic<std::uint64_t> generation_ = 0;
  mutable std::mutex mutex_;
  std::shared_ptr<PolicyState> policy_;
};

}  // namespace lq::abi
