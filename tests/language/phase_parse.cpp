#include "compiler/diag/render.h"
#include "compiler/parse/parse.h"
#include "compiler/syntax/dump.h"
#include "tests/language/phase.h"

namespace lq::test {

const std::string_view kPhase = "parse";

// The tree of the last unit, then what was reported.
std::string RunPhase(const CaseFile& golden) {
  const std::string name = LastUnit(golden);
  const Section* section = golden.Find(name);
  SourceMap sources;
  Diagnostics diagnostics;
  const FileId file = sources.Add(name, section == nullptr ? "" : section->text);
  const syntax::Unit unit = Parse(sources, file, diagnostics);
  diagnostics.Sort();
  return syntax::Dump(unit) + RenderText(diagnostics, sources, {});
}

}  // namespace lq::test
