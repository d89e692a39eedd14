#include "compiler/include/lq/compile.h"

#include <algorithm>

#include "compiler/check/check.h"
#include "compiler/check/check_source.h"
#include "compiler/include/lq/package_loader.h"

namespace lq {
namespace {

using syntax::Unit;
using syntax::UnitKind;

void Check(const Unit& unit, UnitLoader& loader, Compilation& compilation) {
  switch (unit.kind) {
    case UnitKind::kPolicy:
      compilation.tests = CheckPolicy(unit, loader, compilation.sources, compilation.diagnostics);
      compilation.program = compilation.tests == nullptr ? nullptr : compilation.tests->program;
      return;
    case UnitKind::kSchema:
    case UnitKind::kLibrary:
      return CheckLibrary(unit, loader, compilation.sources, compilation.diagnostics);
    case UnitKind::kSource:
      compilation.source = CheckSource(unit, loader, compilation.sources, compilation.diagnostics);
      return;
    case UnitKind::kTests:
      compilation.tests = CheckTests(unit, loader, compilation.sources, compilation.diagnostics);
      return;
    // Reported by the parser.
    case UnitKind::kUnknown:
      return;
  }
}

}  // namespace

std::unique_ptr<Compilation> Compile(FileProvider& files, const std::string& path) {
  auto compilation = std::make_unique<Compilation>();
  PackageLoader loader(files, compilation->sources, compilation->diagnostics, path);
  if (const LoadedUnit* loaded = loader.Load(path)) {
    loader.ReportOthers(loaded->unit);
    Check(loaded->unit, loader, *compilation);
  }
  compilation->diagnostics.Sort();
  if (compilation->diagnostics.has_errors()) {
    compilation->program = nullptr;
    compilation->tests = nullptr;
    compilation->source = nullptr;
  }
  return compilation;
}

std::vector<std::string> TestFilesOf(FileProvider& files, const std::string& path,
                                     const std::string& policy) {
  std::vector<std::string> paths;
  PackageIndex index(files, path);
  if (const auto* entries = index.Find(UnitKind::kTests, policy)) {
    for (const PackageIndex::Entry& entry : *entries)
      paths.push_back(entry.path);
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace lq
