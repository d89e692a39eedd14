#include "tests/support/payload/payload_target.h"

// Any bytes as JSON that a source reads, with and without `each`; and as a path of a source.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static lq::test::PayloadTarget one(lq::test::EveryPath(false));
  static lq::test::PayloadTarget many(lq::test::EveryPath(true));
  const std::string_view payload(reinterpret_cast<const char*>(data), size);
  one.Run(payload);
  many.Run(payload);
  std::string problem;
  const bool is_path = lq::ParseJsonPath(payload, problem).has_value();
  lq::test::Require(is_path == problem.empty(), "what is no path has a problem");
  return 0;
}
