#include "compiler/ir/print.h"
#include "tests/language/compile_case.h"
#include "tests/language/phase.h"

namespace lq::test {

const std::string_view kPhase = "ir";

// The typed program of the last unit, after what the checker had to say.
std::string RunPhase(const CaseFile& golden) {
  const std::unique_ptr<Compilation> compilation = CompileCase(golden);
  const std::string messages = Messages(*compilation);
  return compilation->program == nullptr ? messages : messages + ir::Print(*compilation->program);
}

}  // namespace lq::test
