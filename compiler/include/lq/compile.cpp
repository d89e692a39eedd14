#include "compiler/include/lq/compile.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "compiler/check/check.h"
#include "compiler/check/check_source.h"
#include "compiler/include/lq/package_index.h"
#include "compiler/parse/parse.h"
#include "compiler/syntax/nodes.h"
#include "stdlib/library/library.h"

namespace lq {
namespace {

using syntax::Unit;
using syntax::UnitKind;

// The units of one compilation, parsed when they are first asked for.
class PackageLoader : public UnitLoader {
 public:
  PackageLoader(FileProvider& files, Compilation& compilation, const std::string& path)
      : files_(files), compilation_(compilation), index_(files, path) {}

  // The unit in a file; null, and reported, when it cannot be read.
  const Unit* Load(const std::string& path) {
    if (const auto known = units_.find(path); known != units_.end())
      return known->second.get();
    std::string text;
    std::string problem;
    const bool good = Read(path, text, problem);
    const FileId file = compilation_.sources.Add(path, std::move(text));
    std::unique_ptr<Unit>& unit = units_[path];
    if (good) {
      unit = std::make_unique<Unit>(Parse(compilation_.sources, file, compilation_.diagnostics));
    } else {
      compilation_.diagnostics.Report(DiagnosticKind::kUnreadableFile, {file, 0, 0},
                                      fmt::format("`{}` cannot be read: {}", path, problem));
    }
    return unit.get();
  }

  const Unit* Find(UnitKind kind, std::string_view name) override {
    const std::vector<PackageIndex::Entry>* entries = index_.Find(kind, name);
    if (entries == nullptr)
      return nullptr;
    const Unit* unit = Load(entries->front().path);
    if (unit != nullptr)
      ReportOthers(*unit, *entries);
    return unit;
  }

  std::vector<std::string_view> Names(UnitKind kind) override { return index_.Names(kind); }

  std::string Unreadable() override { return index_.unreadable(); }

  std::optional<FileId> OpenBeside(FileId from, std::string_view name,
                                   std::string& problem) override {
    const std::string path = files_.Beside(compilation_.sources.file(from).path, std::string(name));
    std::string text;
    if (!files_.Read(path, text, problem))
      return std::nullopt;
    return compilation_.sources.Add(path, std::move(text));
  }

  // Reports, once, other files of the same folder that hold the unit too.
  void ReportOthers(const Unit& unit, const std::vector<PackageIndex::Entry>& entries) {
    if (reported_.contains(&unit))
      return;
    for (const PackageIndex::Entry& entry : entries) {
      const bool same_folder = entry.folder == entries.front().folder;
      if (!same_folder || entry.path == compilation_.sources.file(unit.file).path)
        continue;
      reported_.insert(&unit);
      const std::string_view kind = syntax::UnitKindWord(unit.kind);
      Diagnostic& report = compilation_.diagnostics.Report(
          DiagnosticKind::kDuplicateUnit, unit.name.span,
          fmt::format("two files of this package hold the {} `{}`", kind, unit.name.text));
      report.notes.push_back(fmt::format("The other one is {}.", entry.path));
      report.help = fmt::format(
          "give one {} another name, or move one of the files out of the package", kind);
      return;
    }
  }

  void ReportOthers(const Unit& unit) {
    // A policy may have several files of tests.
    if (unit.kind == UnitKind::kUnknown || unit.kind == UnitKind::kTests)
      return;
    if (const auto* entries = index_.Find(unit.kind, unit.name.text))
      ReportOthers(unit, *entries);
  }

 private:
  // A standard library is no file.
  bool Read(const std::string& path, std::string& text, std::string& problem) {
    if (const stdlib::Library* library = stdlib::FindLibraryByPath(path)) {
      text = library->text;
      return true;
    }
    return files_.Read(path, text, problem);
  }

  FileProvider& files_;
  Compilation& compilation_;
  PackageIndex index_;
  std::map<std::string, std::unique_ptr<Unit>> units_;
  std::set<const Unit*> reported_;
};

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
  PackageLoader loader(files, *compilation, path);
  if (const Unit* unit = loader.Load(path)) {
    loader.ReportOthers(*unit);
    Check(*unit, loader, *compilation);
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
