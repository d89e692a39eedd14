#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

#include "compiler/ir/test_suite.h"
#include "runtime/plan/lead_schema.h"
#include "runtime/plan/source_plan.h"
#include "runtime/source/lead_mapper.h"
#include "runtime/value/lead.h"

namespace lq::testkit {

// Told what the source made of a payload that could be read.
using PayloadWatcher = std::function<void(const ir::GivenPayload&, LeadMapper&, const Lead&)>;

// Reads what sources make of payloads. The schema outlives it.
class PayloadLeads {
 public:
  explicit PayloadLeads(const plan::LeadSchema& schema) : schema_(schema) {}

  void Watch(PayloadWatcher watcher) { watcher_ = std::move(watcher); }

  // The one lead of the payload. What else it gives: "no lead", "2 leads"; empty when it is one.
  std::string Read(const ir::GivenPayload& payload, std::int64_t as_of, Lead& lead);

 private:
  const plan::SourcePlan& PlanOf(const ir::GivenPayload& payload);
  std::string ReadRows(const ir::GivenPayload& payload, const plan::SourcePlan& plan,
                       std::int64_t as_of, Lead& lead);
  std::string ReadPayload(const ir::GivenPayload& payload, const plan::SourcePlan& plan,
                          std::int64_t as_of, Lead& lead);

  const plan::LeadSchema& schema_;
  PayloadWatcher watcher_;
  std::map<const ir::SourceProgram*, std::shared_ptr<const plan::SourcePlan>> plans_;
};

}  // namespace lq::testkit
