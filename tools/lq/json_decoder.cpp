#include "tools/lq/json_decoder.h"

namespace lq::tool {
namespace {

class JsonDecoder : public LeadDecoder {
 public:
  explicit JsonDecoder(const plan::LeadSchema& schema) : reader_(schema) {}
  void Read(std::string_view bytes, std::int64_t as_of, Lead& lead) override {
    reader_.Read(bytes, as_of, lead);
  }

 private:
  LeadReader reader_;
};

}  // namespace

std::unique_ptr<LeadDecoder> JsonDecoders::Make() const {
  return std::make_unique<JsonDecoder>(schema_);
}

}  // namespace lq::tool
