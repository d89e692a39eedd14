#include "tests/support/payload/payload_target.h"

// Any bytes as the body of a form.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static lq::test::PayloadTarget target(lq::test::EveryParameter());
  target.Run({reinterpret_cast<const char*>(data), size});
  return 0;
}
