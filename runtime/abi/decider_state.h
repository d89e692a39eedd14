#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/abi/options.h"
#include "runtime/abi/service_state.h"
#include "runtime/intake/lead_reader.h"
#include "runtime/intake/verdict_reader.h"

struct lq_decision {
  lq::Decision record;
  // Of `record`, made when it is first asked for.
  mutable std::string json;
  mutable std::string output;
};

struct lq_verdict {
  // Of the policy that judged; null before it did.
  const lq::Engine* engine = nullptr;
  lq::Verdict verdict;
  // In the decider's memory, like `errors`, which a rejected lead has.
  std::string_view lead;
  std::span<const lq::FieldError> errors;
  // Of `verdict`, found when they are first asked for.
  mutable std::vector<std::uint32_t> rules;
  mutable bool has_rules = false;
};

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

  void Judge(std::string_view json, const DecisionInputs& inputs, lq_verdict& verdict) {
    if (verdict_reader_ == nullptr)
      verdict_reader_ = std::make_unique<VerdictReader>(policy_->plan().schema);
    const std::uint64_t* const row = verdict_reader_->Read(json, inputs.as_of, lead_);
    verdict.engine = &policy_->engine;
    verdict.verdict = row != nullptr ? decider_.Judge(row, inputs) : decider_.Judge(lead_, inputs);
    verdict.lead = lead_.id;
    verdict.errors = lead_.errors;
    verdict.has_rules = false;
  }

 private:
  std::shared_ptr<const PolicyState> policy_;
  LeadReader reader_;
  Decider decider_;
  Lead lead_;
  // Made for the first verdict.
  std::unique_ptr<VerdictReader> verdict_reader_;
};

}  // namespace lq::abi

struct lq_decider {
  // Null: the policy never changes.
  std::shared_ptr<const lq::abi::ServiceState> service;
  std::uint64_t generation = 0;
  // Never empty but while a newer policy moves in.
  std::optional<lq::abi::Work> work;
  lq::abi::Options options;
  lq_decision decision;
  lq_verdict verdict;
};
