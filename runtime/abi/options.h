#pragma once

#include <memory>
#include <string_view>

#include "runtime/abi/policy_state.h"

namespace lq::abi {

// lq_options, looked up in a policy. Keeps its memory.
class Options {
 public:
  // False, after telling why, when the policy does not have what they name.
  bool Read(const PolicyState& policy, const lq_options& given, lq_error* error);
  // Of the last Read; good until the next one, while the policy lives.
  DecisionInputs inputs() const { return {as_of_, toggles(), language_}; }

 private:
  bool ReadToggles(const PolicyState& policy, const lq_options& given, lq_error* error);
  bool ReadLanguage(const PolicyState& policy, const char* given, lq_error* error);
  std::span<const bool> toggles() const { return {states_.get(), count_}; }

  std::int64_t as_of_ = 0;
  std::unique_ptr<bool[]> states_;
  std::size_t count_ = 0;
  std::size_t room_ = 0;
  std::string_view language_;
};

}  // namespace lq::abi
