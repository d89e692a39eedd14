#include "tools/lq/payload_decoder.h"

namespace lq::tool {
namespace {

class PayloadDecoder : public LeadDecoder {
 public:
  PayloadDecoder(const plan::SourcePlan& plan, const plan::LeadSchema& schema)
      : reader_(plan, schema) {}
  void Begin(std::string_view bytes) override { reader_.Begin(bytes); }
  bool Next(std::int64_t as_of, Lead& lead) override { return reader_.Next(as_of, lead); }
  LeadMapper* mapper() override { return reader_.mapped() ? &reader_.mapper() : nullptr; }
  const UnmappedNames* unmapped() const override { return &reader_.unmapped(); }
  std::uint64_t empty_payloads() const override { return reader_.empty_payloads(); }

 private:
  PayloadReader reader_;
};

}  // namespace

std::unique_ptr<LeadDecoder> PayloadDecoders::Make() const {
  return std::make_unique<PayloadDecoder>(plan_, schema_);
}

}  // namespace lq::tool
