#include "tools/lq/json_decoder.h"

#include <utility>

#include "runtime/intake/lead_reader.h"
#include "runtime/intake/verdict_reader.h"

namespace lq::tool {
namespace {

class JsonDecoder : public LeadDecoder {
 public:
  explicit JsonDecoder(const plan::LeadSchema& schema) : reader_(schema), rows_(schema) {}
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
  bool NextRow(std::int64_t as_of, Lead& lead, const std::uint64_t*& row) override {
    if (!std::exchange(fresh_, false))
      return false;
    row = rows_.Read(bytes_, as_of, lead);
    return true;
  }

 private:
  LeadReader reader_;
  VerdictReader rows_;
  std::string_view bytes_;
  bool fresh_ = false;
};

}  // namespace

std::unique_ptr<LeadDecoder> JsonDecoders::Make() const {
  return std::make_unique<JsonDecoder>(schema_);
}

}  // namespace lq::tool
