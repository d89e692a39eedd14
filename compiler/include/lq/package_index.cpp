#include "compiler/include/lq/package_index.h"

#include <algorithm>
#include <limits>
#include <optional>

#include <fmt/format.h>

#include "compiler/parse/unit_header.h"
#include "stdlib/library/library.h"

namespace lq {

const std::vector<PackageIndex::Entry>* PackageIndex::Find(syntax::UnitKind kind,
                                                           std::string_view name) {
  Build();
  const auto& named = units_[kind];
  const auto found = named.find(name);
  return found == named.end() ? nullptr : &found->second;
}

std::vector<std::string_view> PackageIndex::Names(syntax::UnitKind kind) {
  Build();
  std::vector<std::string_view> names;
  for (const auto& [name, entries] : units_[kind])
    names.push_back(name);
  return names;
}

const std::string& PackageIndex::unreadable() {
  Build();
  return unreadable_;
}

void PackageIndex::Build() {
  if (built_)
    return;
  built_ = true;
  for (const std::string& path : files_.PackageFiles(path_)) {
    std::string text;
    std::string problem;
    if (!files_.Read(path, text, problem)) {
      if (unreadable_.empty())
        unreadable_ = fmt::format("`{}` cannot be read: {}", path, problem);
    } else if (const std::optional<UnitHeader> header = ReadUnitHeader(text)) {
      units_[header->kind][header->name].push_back({path, files_.FolderOf(path)});
    }
  }
  for (const stdlib::Library& library : stdlib::AllLibraries()) {
    const Entry entry{library.path, std::numeric_limits<int>::max()};
    units_[syntax::UnitKind::kLibrary][std::string(library.name)].push_back(entry);
  }
  for (auto& [kind, named] : units_) {
    for (auto& [name, entries] : named) {
      std::stable_sort(entries.begin(), entries.end(),
                       [](const Entry& a, const Entry& b) { return a.folder < b.folder; });
    }
  }
}

}  // namespace lq
