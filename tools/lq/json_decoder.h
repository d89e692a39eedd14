#pragma once

#include "runtime/plan/lead_schema.h"
#include "tools/lq/lead_decoder.h"

namespace lq::tool {

// Reads canonical JSON, for JsonLines and JsonArray.
class JsonDecoders : public LeadDecoders {
 public:
  // The schema outlives it.
  explicit JsonDecoders(const plan::LeadSchema& schema) : schema_(schema) {}
  std::unique_ptr<LeadDecoder> Make() const override;

 private:
  const plan::LeadSchema& schema_;
};

}  // namespace lq::tool
