#include "tools/lq/json_decoder.h"

#include <utility>

namespace lq::tool {
namespace {

class JsonDecoder : public LeadDecoder {
 public:
  explicit JsonDecoder(const plan::LeadSchema& schema) : reader_(schema) {}
  void Begin(std::string_view bytes) override {
    bytes_ = bytes;
    fresh_ = true;
  }
  bool Next(std::int64_t as_of, Lead& lead) override {
    if (!std::exchange(fresh_, false))
      return false;
    reader_.Read(bytes_, as_of, lead);
    return true;
  }

 private:
  LeadReader reader_;
  std::string_view bytes_;
  bool fresh_ = false;
};

}  // namespace

std::unique_ptr<LeadDecoder> JsonDecoders::Make() const {
  return std::make_unique<JsonDecoder>(schema_);
}

}  // namespace lq::tool
