#include "tests/language/compile_case.h"
#include "tests/language/phase.h"

namespace lq::test {

const std::string_view kPhase = "check";

// What the checker has to say of the last unit, or `ok`.
std::string RunPhase(const CaseFile& golden) {
  const std::string messages = Messages(*CompileCase(golden));
  return messages.empty() ? "ok\n" : messages;
}

}  // namespace lq::test
