#include "compiler/diag/render.h"
#include "compiler/include/lq/format.h"
#include "tests/language/phase.h"

namespace lq::test {

const std::string_view kPhase = "format";

// The last unit, formatted; what was reported when it cannot be.
std::string RunPhase(const CaseFile& golden) {
  const std::string name = LastUnit(golden);
  const Section* section = golden.Find(name);
  const Formatting formatting = FormatFile(name, section == nullptr ? "" : section->text);
  return formatting.text.value_or(RenderText(formatting.diagnostics, formatting.sources, {}));
}

}  // namespace lq::test
