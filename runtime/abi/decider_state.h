#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "runtime/abi/options.h"
#include "runtime/abi/service_state.h"
#include "runtime/intake/lead_reader.h"

namespace lq::abi {

// One thread's memory for one policy.
class Work {
 public:
  explicit Work(std::shared_ptr<const PolicyState> policy)
      : policy_(std::move(policy)), reader_(policy_->plan().schema), decider_(policy_->engine) {}

  const PolicyState& policy() const { return *policy_; }

  void Decide(std::string_view json, const DecisionInputs& inputs, Decision& decision) {
    reader_.Read(json, inputs.as_of, lead_);
    decider_.Decide(lead_, inputs, decision);
  }

 private:
  std::shared_ptr<const PolicyState> policy_;
  LeadReader reader_;
  Decider decider_;
  Lead lead_;
};

}  // namespace lq::abi

struct lq_decision {
  lq::Decision record;
  // Of `record`, made when it is first asked for.
  mutable std::string json;
  mutable std::string output;
};

struct lq_decider {
  // Null: the policy never changes.
  std::shared_ptr<const lq::abi::ServiceState> service;
  std::uint64_t generation = 0;
  // Never empty but while a newer policy moves in.
  std::optional<lq::abi::Work> work;
  lq::abi::Options options;
  lq_decision decision;
};
