#include "tests/language/compile_case.h"

#include "compiler/diag/render.h"
#include "tests/language/phase.h"

namespace lq::test {

std::unique_ptr<Compilation> CompileCase(const CaseFile& golden) {
  MemoryFiles files;
  for (const Section& section : golden.sections) {
    files.Add(section.name, section.text);
  }
  return Compile(files, LastUnit(golden));
}

std::string Messages(const Compilation& compilation) {
  return RenderText(compilation.diagnostics, compilation.sources, {});
}

}  // namespace lq::test
