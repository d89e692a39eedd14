#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "runtime/batch/name_numbers.h"
#include "runtime/batch/out_column.h"
#include "runtime/plan/plan.h"
#include "runtime/record/decision.h"
#include "runtime/value/lead.h"

namespace lq::batch {

// What every decision has: the first columns of decisions and of verdicts.
class HeadColumns {
 public:
  // Adds its columns to `root`, which gets the policy's name, version and hash as metadata.
  HeadColumns(const plan::Plan& plan, OutColumn& root);

  // The names of all outcomes, strongest first, those of undecided and doubtful decisions behind.
  const NameNumbers& outcomes() const { return outcomes_; }

  // `lead`: data() is null without an id. Outcomes by number.
  void Append(std::string_view lead, Status status, std::uint32_t outcome, std::uint32_t proposed,
              std::int32_t confidence, std::int32_t ceiling);
  void AppendRejected(std::string_view lead);

  std::span<const std::int8_t> statuses() const { return status_.values<std::int8_t>(); }
  std::span<const std::int32_t> chosen() const { return outcome_.values<std::int32_t>(); }
  std::span<const std::int32_t> proposed() const { return proposed_.values<std::int32_t>(); }
  std::span<const std::int16_t> confidences() const { return confidence_.values<std::int16_t>(); }
  std::span<const std::int16_t> ceilings() const { return ceiling_.values<std::int16_t>(); }

 private:
  void AppendLead(std::string_view lead, Status status);

  const NameNumbers outcomes_;
  OutColumn& lead_;
  OutColumn& status_;
  OutColumn& outcome_;
  OutColumn& proposed_;
  OutColumn& confidence_;
  OutColumn& ceiling_;
};

// The last column: what is wrong with a rejected lead.
class ErrorColumn {
 public:
  explicit ErrorColumn(OutColumn& root);

  void Append(std::span<const FieldError> errors);

 private:
  OutColumn& errors_;
};

// "rule x", "table t row 2": as the decision's JSON names a rule. `row`: from 1; 0 for a rule.
void AppendRuleName(std::string_view name, std::uint32_t row, std::string& out);

}  // namespace lq::batch
