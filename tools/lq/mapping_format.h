#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "runtime/plan/lead_schema.h"
#include "runtime/plan/source_plan.h"
#include "runtime/source/lead_mapper.h"
#include "runtime/source/unmapped.h"
#include "runtime/value/lead.h"

namespace lq::tool {

// One lead of a payload, and how it came about.
struct MappedLead {
  // From 1.
  std::uint64_t number = 0;
  const plan::LeadSchema& schema;
  const Lead& lead;
  // Null when the payload could not be read at all.
  LeadMapper* mapper = nullptr;
};

// How `lq map` prints. What its members return is printed in the order of the calls.
class MappingFormat {
 public:
  virtual ~MappingFormat() = default;
  virtual std::string Header() { return ""; }
  virtual std::string Lead(const MappedLead& mapped) = 0;
  virtual std::string Footer(const UnmappedNames& unmapped, std::uint64_t empty_payloads) = 0;
};

// `name`: human or json. The plan outlives it.
std::unique_ptr<MappingFormat> MakeMappingFormat(std::string_view name,
                                                 const plan::SourcePlan& source);
std::unique_ptr<MappingFormat> MakeMappingText(const plan::SourcePlan& source);

}  // namespace lq::tool
