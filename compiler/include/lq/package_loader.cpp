#include "compiler/include/lq/package_loader.h"

#include <fmt/format.h>

#include "compiler/parse/parse.h"
#include "compiler/syntax/nodes.h"
#include "stdlib/library/library.h"

namespace lq {

using syntax::Unit;
using syntax::UnitKind;

const LoadedUnit* PackageLoader::Load(const std::string& path) {
  if (const auto known = units_.find(path); known != units_.end())
    return known->second.get();
  std::string text;
  std::string problem;
  const bool good = Read(path, text, problem);
  const FileId file = sources_.Add(path, std::move(text));
  std::unique_ptr<LoadedUnit>& loaded = units_[path];
  if (good) {
    loaded = std::make_unique<LoadedUnit>();
    loaded->unit = Parse(sources_, file, diagnostics_, loaded->side);
  } else {
    diagnostics_.Report(DiagnosticKind::kUnreadableFile, {file, 0, 0},
                        fmt::format("`{}` cannot be read: {}", path, problem));
  }
  return loaded.get();
}

std::vector<const LoadedUnit*> PackageLoader::loaded() const {
  std::vector<const LoadedUnit*> all;
  for (const auto& [path, unit] : units_) {
    if (unit != nullptr)
      all.push_back(unit.get());
  }
  return all;
}

const Unit* PackageLoader::Find(UnitKind kind, std::string_view name) {
  const std::vector<PackageIndex::Entry>* entries = index_.Find(kind, name);
  if (entries == nullptr)
    return nullptr;
  const LoadedUnit* loaded = Load(entries->front().path);
  if (loaded == nullptr)
    return nullptr;
  ReportOthers(loaded->unit, *entries);
  return &loaded->unit;
}

std::optional<FileId> PackageLoader::OpenBeside(FileId from, std::string_view name,
                                                std::string& problem) {
  const std::string path = files_.Beside(sources_.file(from).path, std::string(name));
  std::string text;
  if (!files_.Read(path, text, problem))
    return std::nullopt;
  return sources_.Add(path, std::move(text));
}

void PackageLoader::ReportOthers(const Unit& unit,
                                 const std::vector<PackageIndex::Entry>& entries) {
  if (reported_.contains(&unit))
    return;
  for (const PackageIndex::Entry& entry : entries) {
    const bool same_folder = entry.folder == entries.front().folder;
    if (!same_folder || entry.path == sources_.file(unit.file).path)
      continue;
    reported_.insert(&unit);
    const std::string_view kind = syntax::UnitKindWord(unit.kind);
    Diagnostic& report = diagnostics_.Report(
        DiagnosticKind::kDuplicateUnit, unit.name.span,
        fmt::format("two files of this package hold the {} `{}`", kind, unit.name.text));
    report.notes.push_back(fmt::format("The other one is {}.", entry.path));
    report.help =
        fmt::format("give one {} another name, or move one of the files out of the package", kind);
    return;
  }
}

void PackageLoader::ReportOthers(const Unit& unit) {
  // A policy may have several files of tests.
  if (unit.kind == UnitKind::kUnknown || unit.kind == UnitKind::kTests)
    return;
  if (const auto* entries = index_.Find(unit.kind, unit.name.text))
    ReportOthers(unit, *entries);
}

bool PackageLoader::Read(const std::string& path, std::string& text, std::string& problem) {
  if (const stdlib::Library* library = stdlib::FindLibraryByPath(path)) {
    text = library->text;
    return true;
  }
  return files_.Read(path, text, problem);
}

}  // namespace lq
