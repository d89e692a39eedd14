#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "runtime/intake/fault.h"
#include "runtime/plan/lead_schema.h"
#include "runtime/value/lead.h"

namespace lq::intake {

// The beginning and the end of every lead, whoever reads its fields: nothing is said of any field;
// then required fields are looked for, and faults become errors.
class LeadBuilder {
 public:
  // The schema outlives it.
  explicit LeadBuilder(const plan::LeadSchema& schema) : schema_(schema) {}

  // Clears `lead`.
  void Begin(Lead& lead);
  // A text is an id unless it holds a NUL.
  static bool IsId(std::string_view text) { return text.find('\0') == std::string_view::npos; }
  static void SetId(std::string_view id, Lead& lead);
  // What `fault` points to lives until Finish.
  void AddFault(std::uint32_t field, const Fault& fault) { faults_.push_back({field, fault}); }
  // Of something that is no field.
  void AddError(FieldError error) { others_.push_back(std::move(error)); }
  // Whether the lead is accepted; if not, lead.errors says why.
  bool Finish(Lead& lead);

 private:
  struct FieldFault {
    std::uint32_t field = 0;
    Fault fault;
  };

  void RequireFields(const Lead& lead);
  void ListErrors(Lead& lead);

  const plan::LeadSchema& schema_;
  std::vector<FieldFault> faults_;
  std::vector<FieldError> others_;
};

}  // namespace lq::intake
