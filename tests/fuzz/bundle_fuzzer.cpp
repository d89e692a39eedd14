// Any bytes as a bundle: refused with a problem, or taken and then able to decide. Once as they
// are, and once with a checksum that fits, since what means harm brings that along.
#include <cstddef>
#include <cstdint>
#include <string>

#include "runtime/bundle/container.h"
#include "tests/support/bundle/try_bundle.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  lq::test::TryBundle(bytes);
  lq::bundle::Seal(bytes);
  lq::test::TryBundle(bytes);
  return 0;
}
