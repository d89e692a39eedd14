#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>

#include "tests/support/lead/both_readers.h"
#include "tests/support/lead/rich_schema.h"

// Any bytes as a lead: what PlainReader takes, LeadReader accepts, with the same row and id.
namespace lq::test {
namespace {

// Used for every input, as a service uses it.
struct Target {
  explicit Target(plan::LeadSchema lead_schema) : schema(std::move(lead_schema)), readers(schema) {}

  void Run(std::string_view json) {
    std::string problem;
    readers.Read(json, problem);
    if (problem.empty())
      return;
    std::cerr << "broken: PlainReader takes " << problem << '\n';
    std::abort();
  }

  plan::LeadSchema schema;
  BothReaders readers;
};

}  // namespace
}  // namespace lq::test

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static lq::test::Target lenient(lq::test::RichSchema());
  static lq::test::Target strict(lq::test::StrictSchema());
  const std::string_view json(reinterpret_cast<const char*>(data), size);
  lenient.Run(json);
  strict.Run(json);
  return 0;
}
