#pragma once

#include "runtime/source/payload_reader.h"
#include "tools/lq/lead_decoder.h"

namespace lq::tool {

// Reads payloads, JSON or bodies of forms, by a source.
class PayloadDecoders : public LeadDecoders {
 public:
  // All outlive it.
  PayloadDecoders(const plan::SourcePlan& plan, const plan::LeadSchema& schema)
      : plan_(plan), schema_(schema) {}
  std::unique_ptr<LeadDecoder> Make() const override;

 private:
  const plan::SourcePlan& plan_;
  const plan::LeadSchema& schema_;
};

}  // namespace lq::tool
