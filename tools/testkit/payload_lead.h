#pragma once

#include <map>
#include <memory>
#include <string>

#include "compiler/ir/test_suite.h"
#include "runtime/plan/lead_schema.h"
#include "runtime/plan/source_plan.h"
#include "runtime/value/lead.h"

namespace lq::testkit {

// Reads what sources make of payloads. The schema outlives it.
class PayloadLeads {
 public:
  explicit PayloadLeads(const plan::LeadSchema& schema) : schema_(schema) {}

  // The one lead of the payload. What else it gives: "no lead", "2 leads"; empty when it is one.
  std::string Read(const ir::GivenPayload& payload, std::int64_t as_of, Lead& lead);

 private:
  const plan::SourcePlan& PlanOf(const ir::GivenPayload& payload);

  const plan::LeadSchema& schema_;
  std::map<const ir::SourceProgram*, std::shared_ptr<const plan::SourcePlan>> plans_;
};

}  // namespace lq::testkit
